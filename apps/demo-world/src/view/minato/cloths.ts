import { mix, rgb } from "../build/colour.ts";
import type { Cloth } from "../parts/cloths.ts";
import { BOOTH_COLOURS } from "./look.ts";
import { boothXs } from "./measures.ts";

/** Long cloths from the roof's ties, and a flag between each two booths. */
export function minatoCloths(): Cloth[] {
  const sea = [rgb("#e9f3ec"), rgb("#3f94a0"), rgb("#f5ead6"), rgb("#ee8a73")];
  const hanging = [-16, -8, 0, 8].flatMap((x, i) =>
    [-6.6, 5.4].map((z, side): Cloth => {
      const [upper, lower] = [
        sea[(i + side * 2) % 4] ?? sea[0],
        sea[(i + side * 2 + 1) % 4] ?? sea[1],
      ];
      return {
        at: [x, 6.6, z],
        width: 1.05,
        length: 1.7,
        turn: Math.PI / 2,
        upper: upper ?? [1, 1, 1],
        lower: mix(lower ?? [1, 1, 1], [1, 0.85, 0.65], 0.12),
      };
    }),
  );
  const flags = boothXs()
    .slice(0, -1)
    .map((x, i): Cloth => {
      const colour = rgb(BOOTH_COLOURS[i] ?? "#2f7f8f");
      return {
        at: [x + 3, 3.3, 9],
        width: 0.55,
        length: 2,
        turn: Math.PI,
        upper: [0.95, 0.9, 0.82],
        lower: colour,
      };
    });
  return [...hanging, ...flags];
}
