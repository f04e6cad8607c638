import type { Figure } from "../figure.ts";
import { encodePng } from "../paint/png.ts";
import { takePicture } from "./raster.ts";

const SIDE = 256;

/** A figure's head and shoulders, as PNG. */
export function takeThumbnail({ surface, atlas, build, backdrop }: Figure): Buffer {
  const pixels = takePicture(surface, atlas, {
    size: [SIDE, SIDE],
    middle: [0, build.head + 0.08, 0],
    span: 0.62,
    yaw: 0.25,
    pitch: 0.04,
    backdrop,
  });
  return encodePng(SIDE, SIDE, pixels);
}
