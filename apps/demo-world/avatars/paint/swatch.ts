import type { Uv } from "../geometry/surface.ts";
import type { Atlas, Stop } from "./atlas.ts";
import { type Colour, hex } from "./colour.ts";

/** A row of colours: where the colour at 0 to 1 lies. */
export type Ramp = (t: number) => Uv;

/** A colour by light and in the shade, as six hex digits each. */
export type Dye = readonly [lit: string, shade: string];

/** One dye, or a soft way from one to another. */
export function swatch(atlas: Atlas, from: Dye, to: Dye = from): Ramp {
  return atlas.ramp([
    [0, hex(from[0]), hex(from[1])],
    [1, hex(to[0]), hex(to[1])],
  ]);
}

/** Stripes with hard edges: each dye reaches to its place from 0 to 1. */
export function stripes(
  atlas: Atlas,
  bands: readonly (readonly [until: number, dye: Dye])[],
): Ramp {
  let from = 0;
  const stops = bands.flatMap(([until, [lit, shade]]): Stop[] => {
    const [a, b]: [Colour, Colour] = [hex(lit), hex(shade)];
    const pair: Stop[] = [
      [from, a, b],
      [until, a, b],
    ];
    from = until;
    return pair;
  });
  return atlas.ramp(stops);
}
