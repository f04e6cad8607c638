/** How much is drawn. */
export type Detail = "full" | "reduced";

/** What is known of the machine that draws. */
export interface Drawing {
  /** WebGL's own name of its renderer, where it tells. */
  renderer: string;
  /** The last second's frames, the median's milliseconds. */
  frame: number;
}

const SOFTWARE = /swiftshader|llvmpipe|software|softpipe|basic render/i;
/** Under 24 frames a second the machine is asked for less, in milliseconds. */
const SLOW_FRAME = 42;
/** Over 50 it may be asked for more again. */
const FAST_FRAME = 20;

/** Whether WebGL is drawn by the processor. */
export const isSoftware = (renderer: string) => SOFTWARE.test(renderer);

/** How much to draw from now on. A software renderer never gets full detail by itself. */
export function chooseDetail(now: Detail, { renderer, frame }: Drawing): Detail {
  if (isSoftware(renderer) || frame > SLOW_FRAME) return "reduced";
  return frame < FAST_FRAME ? "full" : now;
}
