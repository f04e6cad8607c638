import type { HeadShape } from "../face/head-shape.ts";
import { smoothstep } from "../geometry/curve.ts";
import type { Paint, Uv } from "../geometry/surface.ts";
import { blendTones, type Tone, tone } from "../paint/atlas.ts";
import type { Colour } from "../paint/colour.ts";

/** The colours of hair. */
export interface HairColours {
  root: Colour;
  middle: Colour;
  tip: Colour;
  /** The ring of light around the head. */
  halo: Colour;
  /** Where the ring lies, from 0 (top of the picture) to 1, and how strong it is. */
  ring: number;
  strength: number;
}

/** The picture shows more than the whole way around, so that a lock may cross the back's seam. */
const AROUND = 400;

/** Fine lines that go down, never quite the same. */
const strands = (degrees: number) =>
  0.5 * Math.sin(degrees * 0.35) +
  0.3 * Math.sin(degrees * 0.93 + 1) +
  0.2 * Math.sin(degrees * 1.61 + 2.2);

/** Painted hair around a head: across by angle, down by height. */
export function paintHair({ root, middle, tip, halo, ring, strength }: HairColours) {
  const [r, m, t, h] = [tone(root), tone(middle), tone(tip), tone(halo)];
  return (across: number, down: number): Tone => {
    const degrees = (across - 0.5) * AROUND;
    const line = strands(degrees);
    let colour = blendTones(r, m, smoothstep(0, 0.4, down));
    colour = blendTones(colour, t, smoothstep(0.45, 1, down + 0.05 * line));
    colour = blendTones(colour, r, 0.22 * smoothstep(0.1, 0.9, line));
    const saw = 0.022 * Math.abs(((((degrees / 14) % 1) + 1) % 1) - 0.5) * 2 + 0.014 * line;
    const off = Math.abs(down - ring - saw);
    return blendTones(colour, h, strength * (1 - smoothstep(0.015, 0.05, off)));
  };
}

/** Paints by where a point is around the head and how high. */
export function hairPaint(
  head: HeadShape,
  picture: (x: number, y: number) => Uv,
  low: number,
): Paint {
  const top = head.centre[1] + head.half[1] * 1.15;
  return (_u, _v, [x, y, z]) => {
    const degrees = (Math.atan2(x - head.centre[0], z - head.centre[2]) * 180) / Math.PI;
    return picture(0.5 + degrees / AROUND, (top - y) / (top - low));
  };
}
