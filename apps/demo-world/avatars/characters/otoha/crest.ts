import { smoothstep } from "../../geometry/curve.ts";
import { blendTones, type Tone, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";

const PLUM = tone(hex("7a4a86"), hex("56356e"));
const IVORY = tone(hex("f7e6c6"), hex("cdb0a8"));

const soft = (far: number, edge: number) => 1 - smoothstep(edge - 0.04, edge + 0.04, far);

/** Three feathers in a ring, ivory on plum. Across and down, 0 to 1. */
export function paintCrest(across: number, down: number): Tone {
  const [x, y] = [across * 2 - 1, down * 2 - 1];
  const far = Math.hypot(x, y);
  const ring = soft(Math.abs(far - 0.82), 0.07);
  const feathers = [0, 1, 2].map((i) => {
    const angle = (i * 2 * Math.PI) / 3;
    const [s, c] = [Math.sin(angle), Math.cos(angle)];
    const [along, aside] = [x * s - y * c - 0.36, x * c + y * s];
    const blade = soft(Math.hypot(along / 0.3, aside / 0.17), 1);
    return blade * (1 - 0.9 * soft(Math.abs(aside), 0.02));
  });
  return blendTones(PLUM, IVORY, Math.max(ring, ...feathers));
}
