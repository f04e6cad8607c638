import { createPose, pose } from "../../src/sim/motion/index.ts";
import type { Figure } from "../figure.ts";
import { encodePng } from "../paint/png.ts";
import { posed } from "./posed.ts";
import { takePicture } from "./raster.ts";

const SIDE = 256;

/** A figure's head and shoulders as it stands at ease, as PNG. */
export function takeThumbnail(figure: Figure): Buffer {
  const { atlas, build, backdrop, head } = figure;
  const stance = createPose();
  pose("idle", 1, stance);
  const pixels = takePicture(posed(figure, stance), atlas, {
    size: [SIDE, SIDE],
    middle: [0, (head[0] + build.neck) / 2 - 0.005, 0.03],
    span: (head[0] - build.neck) * 1.38,
    yaw: 0.28,
    pitch: 0.03,
    backdrop,
  });
  return encodePng(SIDE, SIDE, pixels);
}
