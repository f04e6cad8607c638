import { rgb } from "../build/colour.ts";
import { seeded } from "../build/random.ts";
import type { Glow } from "../parts/glow.ts";
import { HARBOUR_LIGHT } from "./harbour.ts";
import { SUN } from "./look.ts";
import { boothXs } from "./measures.ts";
import { STALL } from "./stall.ts";

/** What shines in the air of the harbour. */
export function minatoGlows(): Glow[] {
  const random = seeded(21);
  const sun: Glow = {
    at: [SUN[0] * 400, SUN[1] * 400, SUN[2] * 400],
    colour: [0.9, 0.55, 0.26],
    size: 150,
  };
  const lamps = boothXs().flatMap((x) =>
    [-1.55, 1.55].map(
      (dx): Glow => ({
        at: [x + dx, 2.32, 9.15],
        colour: rgb("#ffb25e", 0.38),
        size: 0.62,
        flicker: 0.12,
      }),
    ),
  );
  const gate = Array.from({ length: 26 }, (): Glow => {
    const [angle, radius] = [random() * 6.28, 0.6 + random() * 2.1];
    return {
      at: [17.6 - random() * 1.6, 2.5 + Math.sin(angle) * radius, Math.cos(angle) * radius],
      colour: random() < 0.5 ? rgb("#8ff0e2", 0.5) : rgb("#ffdca0", 0.5),
      size: 0.05 + random() * 0.08,
      flicker: 0.8,
      drift: 0.5,
    };
  });
  const dust = Array.from(
    { length: 40 },
    (): Glow => ({
      at: [-18 + random() * 36, 1 + random() * 4.5, -11 + random() * 9],
      colour: rgb("#ffdca0", 0.3),
      size: 0.03 + random() * 0.03,
      flicker: 0.7,
      drift: 0.9,
    }),
  );
  return [
    sun,
    { at: HARBOUR_LIGHT, colour: rgb("#ffd27a", 0.9), size: 5.5, flicker: 0.6 },
    { at: [18, 2.5, 0], colour: rgb("#79d8cf", 0.16), size: 4.4, flicker: 0.2 },
    ...lamps,
    ...[-1.32, 1.32].map(
      (dx): Glow => ({
        at: [STALL.x + dx, 2.08, STALL.z + 0.62],
        colour: rgb("#ffb25e", 0.3),
        size: 0.55,
        flicker: 0.12,
      }),
    ),
    ...gate,
    ...dust,
  ];
}
