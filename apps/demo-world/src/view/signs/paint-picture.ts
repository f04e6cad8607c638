import type { Brush } from "./letters.ts";
import type { Slot } from "./slot.ts";

/** The mat around a picture that is no square, and how wide it is at least, of the slot. */
const MAT = "#f1e9d8";
const MARGIN = 0.06;
/** Nearer to a square than this needs no mat. */
const SQUARE = 0.02;

/** Where a picture lies in its slot: all of it where it is a square, whole and in the middle of a mat otherwise. */
export function placePicture(slot: Slot, width: number, height: number): Slot {
  if (!(width > 0 && height > 0) || Math.abs(width / height - 1) < SQUARE) return slot;
  const room = 1 - 2 * MARGIN;
  const scale = Math.min((slot.width * room) / width, (slot.height * room) / height);
  const [shownWidth, shownHeight] = [width * scale, height * scale];
  return {
    x: slot.x + (slot.width - shownWidth) / 2,
    y: slot.y + (slot.height - shownHeight) / 2,
    width: shownWidth,
    height: shownHeight,
  };
}

/** Paints a picture into its slot; a plain ground where it has not come yet. */
export function paintPicture(
  brush: Brush,
  slot: Slot,
  picture: CanvasImageSource | undefined,
): void {
  if (picture === undefined) {
    const fade = brush.createLinearGradient(slot.x, slot.y, slot.x, slot.y + slot.height);
    fade.addColorStop(0, "#2b3350");
    fade.addColorStop(1, "#55607f");
    brush.fillStyle = fade;
    brush.fillRect(slot.x, slot.y, slot.width, slot.height);
    return;
  }
  const isImage = typeof HTMLImageElement !== "undefined" && picture instanceof HTMLImageElement;
  const [width, height] = isImage ? [picture.naturalWidth, picture.naturalHeight] : [1, 1];
  const at = placePicture(slot, width, height);
  brush.fillStyle = MAT;
  brush.fillRect(slot.x, slot.y, slot.width, slot.height);
  brush.drawImage(picture, at.x, at.y, at.width, at.height);
}
