import type { Assembly } from "../build/assembly.ts";
import { mix, rgb, times } from "../build/colour.ts";
import { ball, bar, box, post, sheet } from "../build/shapes.ts";
import { CORAL, PLASTER, WHITE } from "./look.ts";
import { SEA_LEVEL } from "./measures.ts";

const ROCK = rgb("#6b5a55");
const SEEN_FAR = rgb("#f2b98c");
/** Where the harbour's light is. */
export const HARBOUR_LIGHT: readonly [number, number, number] = [58, 10.1, -84];

/** What stands in the sea: a torii in the water, a breakwater with its light, boats. */
export function addHarbour(into: Assembly): void {
  // The quay's edge, down to the water.
  const quay = times(PLASTER, 0.62);
  into.add(box(0.3, SEA_LEVEL / 2 - 0.05, -12.35, 42, -SEA_LEVEL, 0.2, 3), quay);
  into.add(box(21.15, SEA_LEVEL / 2 - 0.05, 0.1, 0.2, -SEA_LEVEL, 25, 3), quay);
  addSeaTorii(into, 62, -36);
  addLighthouse(into);
  for (const [x, z, turn] of [
    [34, -58, 0.5],
    [96, -62, -0.3],
    [12, -90, 0.9],
  ] as const) {
    addBoat(into, x, z, turn);
  }
}

function addSeaTorii(into: Assembly, x: number, z: number): void {
  const paint = mix(times(CORAL, 0.5), SEEN_FAR, 0.18);
  const y = SEA_LEVEL;
  for (const side of [-1, 1]) {
    into.add(post(x, y, z + side * 3.4, 0.5, 9.4, 0.38, 10), paint);
    for (const front of [-1, 1])
      into.add(post(x + front * 1.5, y, z + side * 3.4, 0.26, 5, 0.2, 8), paint);
  }
  into.add(box(x, y + 7.2, z, 0.5, 0.6, 9.4), paint);
  const line = Array.from({ length: 7 }, (_, i) => {
    const part = i / 3 - 1;
    return [x, y + 9.5 + 0.8 * part * part, z + part * 6.2] as const;
  });
  into.add(bar(line, 0.5, 6, 14), times(paint, 0.8));
}

function addLighthouse(into: Assembly): void {
  const [x, , z] = HARBOUR_LIGHT;
  const shade = mix(WHITE, SEEN_FAR, 0.3);
  for (let i = 0; i < 26; i++) {
    into.add(
      ball(
        x - 30 + i * 1.9,
        SEA_LEVEL + 0.1,
        z - 3 + Math.sin(i * 2.1) * 1.1,
        1.5 + (i % 3) * 0.4,
        6,
      ),
      mix(ROCK, SEEN_FAR, 0.25),
    );
  }
  into.add(post(x, SEA_LEVEL, z, 2.2, 2.6, 2, 14), times(shade, 0.8));
  into.add(post(x, 1, z, 1.3, 8, 0.95, 14), shade);
  into.add(post(x, 4.6, z, 1.18, 1.6, 1.1, 14), mix(CORAL, SEEN_FAR, 0.3));
  into.add(post(x, 9, z, 1.4, 0.25, 1.4, 14), times(shade, 0.7));
  into.add(post(x, 9.25, z, 0.7, 1.5, 0.7, 10), [1, 0.9, 0.6], 1);
  into.add(post(x, 10.75, z, 1.1, 1, 0.05, 12), mix(CORAL, SEEN_FAR, 0.2));
}

function addBoat(into: Assembly, x: number, z: number, turn: number): void {
  const hull = box(0, 0.2, 0, 4.6, 0.8, 1.4).rotateY(turn).translate(x, SEA_LEVEL, z);
  into.add(hull, mix(rgb("#5a3c2e"), SEEN_FAR, 0.25));
  into.add(post(x, SEA_LEVEL, z, 0.08, 6, 0.06, 5), ROCK);
  into.add(
    sheet(0, 0, 0, 2.6, 4, 0)
      .rotateY(turn)
      .translate(x, SEA_LEVEL + 3.5, z),
    mix(WHITE, SEEN_FAR, 0.4),
  );
}
