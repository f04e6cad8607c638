import { clamp, smoothstep } from "../geometry/curve.ts";
import { type Tone, tone } from "../paint/atlas.ts";
import { blend, type Colour, hex } from "../paint/colour.ts";

/** An iris's colours, from its shaded top to its bright bottom. */
export interface IrisColours {
  top: Colour;
  middle: Colour;
  bottom: Colour;
  pupil: Colour;
}

const GLEAM = hex("ffffff");

/** A painted iris: dark above, bright below, with a gleam from the upper left. Across and down, 0 to 1. */
export function paintIris({ top, middle, bottom, pupil }: IrisColours) {
  return (px: number, py: number): Tone => {
    const [x, y] = [px * 2 - 1, py * 2 - 1];
    const radius = Math.hypot(x, y);
    const down = py;
    let colour = blend(top, middle, smoothstep(0.1, 0.55, down));
    colour = blend(colour, bottom, smoothstep(0.5, 0.95, down) * (1 - 0.4 * Math.abs(x)));
    colour = blend(colour, pupil, 0.75 * smoothstep(0.74, 0.98, radius));
    colour = blend(
      colour,
      pupil,
      0.95 * (1 - smoothstep(0.34, 0.46, Math.hypot(x, (y + 0.04) * 0.92))),
    );
    // A crescent of light that shines through from below.
    const crescent =
      smoothstep(0.45, 0.62, radius) * (1 - smoothstep(0.62, 0.8, radius)) * clamp(y * 1.5);
    colour = blend(colour, blend(bottom, GLEAM, 0.55), 0.7 * crescent);
    colour = blend(colour, top, 0.5 * (1 - smoothstep(0.02, 0.3, down)));
    const gleam = Math.max(
      1 - smoothstep(0.2, 0.27, Math.hypot((x + 0.3) * 0.9, y + 0.4)),
      1 - smoothstep(0.08, 0.13, Math.hypot(x - 0.34, y - 0.36)),
    );
    colour = blend(colour, GLEAM, gleam);
    return tone(colour, blend(colour, [colour[0] * 0.9, colour[1], colour[2] - 0.01], 0.7));
  };
}
