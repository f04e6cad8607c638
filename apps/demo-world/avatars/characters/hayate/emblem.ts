import { smoothstep } from "../../geometry/curve.ts";
import { blendTones, type Tone, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";

const CORAL = tone(hex("f9825a"), hex("d65f5b"));
const WHITE = tone(hex("fff8ee"), hex("d8d0de"));
const TEAL = tone(hex("2f8fa3"), hex("22698a"));

/** Full inside a line of the given half width, nothing outside, soft between. */
const within = (far: number, half: number) => 1 - smoothstep(half - 0.025, half + 0.025, far);

/** A gull over waves in a ring. Across and down, 0 to 1. */
export function paintEmblem(across: number, down: number): Tone {
  const [x, y] = [across * 2 - 1, down * 2 - 1];
  const far = Math.hypot(x, y);
  let colour = blendTones(CORAL, WHITE, within(far, 0.9));
  const crest = 0.22 + 0.07 * Math.cos(x * 9.5);
  const sea = smoothstep(crest - 0.025, crest + 0.025, y) * within(far, 0.78);
  colour = blendTones(colour, TEAL, sea);
  const second = 0.48 + 0.06 * Math.cos(x * 9.5 + Math.PI);
  colour = blendTones(colour, WHITE, within(Math.abs(y - second), 0.035) * within(far, 0.7));
  const wing = -0.2 - 0.2 * Math.sin(Math.min(1, Math.abs(x) / 0.52) * Math.PI * 0.8);
  const thick = 0.075 * (1 - Math.min(1, Math.abs(x) / 0.58));
  return blendTones(
    colour,
    CORAL,
    within(Math.abs(y - wing), thick) * (Math.abs(x) < 0.58 ? 1 : 0),
  );
}
