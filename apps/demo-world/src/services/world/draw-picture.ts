import { fitInside } from "../../sim/making/fit.ts";
import { PictureUnusableError } from "../errors.ts";

/** A picture as it is sent: drawn anew, so that nothing but what one sees leaves the device. */
export interface DrawnPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** The largest file that is opened, in bytes. */
export const MAX_PICTURE_FILE = 30 * 1_024 * 1_024;
/** A PNG above this is sent as a JPEG, in bytes. */
const LARGE_PNG = 1_500_000;
const QUALITY = 0.9;
/** Under what one can see through, where a picture becomes a JPEG. */
const PAPER = "#ffffff";

/**
 * Reads a picture and draws it onto a canvas, at most 1,024 pixels a side. Where it was taken, when and with what (EXIF)
 * stays on the device.
 *
 * @throws PictureUnusableError
 */
export async function drawPicture(file: Blob): Promise<DrawnPicture> {
  if (file.size > MAX_PICTURE_FILE) {
    throw new PictureUnusableError("too-large", "The picture's file is larger than 30 MB.");
  }
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (cause) {
    throw new PictureUnusableError(
      "unreadable",
      "This browser cannot read the file as a picture.",
      {
        cause,
      },
    );
  }
  try {
    const [width, height] = fitInside(image.width, image.height);
    const png =
      file.type === "image/png" ? await paint(image, width, height, "image/png") : undefined;
    const isSmall = png !== undefined && png.size <= LARGE_PNG;
    const blob = isSmall ? png : await paint(image, width, height, "image/jpeg");
    return { blob, width, height };
  } finally {
    image.close();
  }
}

/** Drawings keep their sharp edges as PNG; everything else becomes a JPEG. */
async function paint(
  image: ImageBitmap,
  width: number,
  height: number,
  type: "image/png" | "image/jpeg",
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  // It is read right away, which a canvas on the graphics processor answers late, and on a busy machine very late.
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (brush === null) throw new PictureUnusableError("unreadable", "This browser has no canvas.");
  if (type === "image/jpeg") {
    brush.fillStyle = PAPER;
    brush.fillRect(0, 0, width, height);
  }
  brush.imageSmoothingQuality = "high";
  brush.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
  if (blob !== null) return blob;
  throw new PictureUnusableError("unreadable", "This browser cannot write the picture.");
}
