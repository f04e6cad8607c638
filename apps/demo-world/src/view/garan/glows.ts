import { rgb } from "../build/colour.ts";
import { seeded } from "../build/random.ts";
import type { Glow } from "../parts/glow.ts";
import { HANGINGS, LANTERNS, SKYLIGHT, STALL } from "./measures.ts";

/** What shines in the gallery's air. */
export function garanGlows(): Glow[] {
  const random = seeded(5);
  const lanterns = LANTERNS.map(
    (at): Glow => ({ at, colour: rgb("#ffab54", 0.42), size: 1.15, flicker: 0.1 }),
  );
  const dust = Array.from(
    { length: 60 },
    (): Glow => ({
      at: [SKYLIGHT.x + (random() - 0.5) * 4.4, random() * 6.6, (random() - 0.5) * 4.4],
      colour: rgb("#bcd6ff", 0.42),
      size: 0.022 + random() * 0.03,
      flicker: 0.75,
      drift: 0.6,
    }),
  );
  const gate = Array.from({ length: 24 }, (): Glow => {
    const [angle, radius] = [random() * 6.28, 0.6 + random() * 2];
    return {
      at: [-12.8 + random() * 1.5, 2.5 + Math.sin(angle) * radius, Math.cos(angle) * radius],
      colour: random() < 0.6 ? rgb("#9cc4ff", 0.6) : rgb("#ffdca0", 0.4),
      size: 0.05 + random() * 0.07,
      flicker: 0.8,
      drift: 0.5,
    };
  });
  const pictures = HANGINGS.map(
    ({ at, turn, size }): Glow => ({
      at: [at[0] + Math.sin(turn) * 0.45, at[1] + size / 2 + 0.3, at[2] + Math.cos(turn) * 0.45],
      colour: rgb("#ffd08a", 0.08),
      size: size * 0.3,
    }),
  );
  return [
    ...lanterns,
    ...dust,
    ...gate,
    ...pictures,
    ...[-1.2, 1.2].map(
      (dx): Glow => ({
        at: [STALL.x + dx, 1.92, STALL.z + 0.6],
        colour: rgb("#ffab54", 0.36),
        size: 0.7,
        flicker: 0.12,
      }),
    ),
    { at: [-13.2, 2.5, 0], colour: rgb("#6f9cff", 0.2), size: 4.2, flicker: 0.2 },
  ];
}
