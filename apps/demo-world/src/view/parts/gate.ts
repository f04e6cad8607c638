import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, times } from "../build/colour.ts";
import { seeded } from "../build/random.ts";
import { ball, bar, box, boxOn, post, ringAcrossX } from "../build/shapes.ts";

/** How a gate is coloured. */
export interface GateLook {
  readonly stone: Rgb;
  readonly stem: Rgb;
  readonly tip: Rgb;
  readonly light: Rgb;
}

/** The middle of a gate's ring over the floor, and its radius. */
export const RING_HEIGHT = 2.55;
export const RING_RADIUS = 2.36;

/**
 * A gate across the x axis: two posts and the two beams of a torii, overgrown by coral that closes to a ring of light.
 * `facing` is 1 where one comes towards it from the west.
 */
export function addGate(into: Assembly, x: number, facing: 1 | -1, look: GateLook): void {
  for (const z of [-2.6, 2.6]) {
    into.add(boxOn(x, 0, z, 1.5, 0.3, 1.15, 0.6), look.stone);
    into.add(boxOn(x, 0.3, z, 1.1, 0.2, 0.85, 0.6), times(look.stone, 1.1));
    into.add(post(x, 0.5, z * 1.02, 0.3, 4.9, 0.22, 14), look.stem);
    into.add(post(x, 0.5, z * 1.02, 0.36, 0.25, 0.34, 14), times(look.stem, 0.6));
  }
  into.add(box(x, 5.02, 0, 0.24, 0.26, 6.1, 0.6), look.stem);
  into.add(topBeam(x, 5.45, 0.26, 4.1), look.stem);
  into.add(topBeam(x, 5.66, 0.17, 4.35), times(look.stone, 0.8));
  into.add(box(x, 5.25, 0, 0.16, 0.3, 0.5), look.stem);
  into.add(ringAcrossX(x, RING_HEIGHT, 0, RING_RADIUS, 0.16, 10, 64), (_x, y) =>
    mix(look.stem, look.tip, y / 5),
  );
  into.add(
    ringAcrossX(x - facing * 0.04, RING_HEIGHT, 0, RING_RADIUS - 0.17, 0.045, 6, 64),
    look.light,
    1,
  );
  addCoral(into, x, look);
}

function topBeam(x: number, y: number, thick: number, half: number) {
  const line = Array.from({ length: 7 }, (_, i) => {
    const part = i / 3 - 1;
    return [x, y + 0.28 * part * part, part * half] as const;
  });
  return bar(line, thick, 8, 20);
}

/** Branches that grow out of the ring and up the posts. */
function addCoral(into: Assembly, x: number, look: GateLook): void {
  const random = seeded(3);
  for (let i = 0; i < 30; i++) {
    const angle = -0.5 + (i / 29) * (Math.PI + 1);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const start = [
      x + (random() - 0.5) * 0.2,
      RING_HEIGHT + RING_RADIUS * sin,
      RING_RADIUS * cos,
    ] as const;
    branch(into, start, [0, sin, cos], 0.34 + random() * 0.42, 0.075, 2, random, look);
  }
}

function branch(
  into: Assembly,
  from: readonly [number, number, number],
  way: readonly [number, number, number],
  length: number,
  thick: number,
  left: number,
  random: () => number,
  look: GateLook,
): void {
  const turn = () => (random() - 0.5) * 0.9;
  const to = [
    from[0] + (way[0] + turn()) * length,
    Math.max(0.15, from[1] + (way[1] + turn()) * length),
    from[2] + (way[2] + turn()) * length,
  ] as const;
  const bend = [
    (from[0] + to[0]) / 2 + turn() * 0.12,
    (from[1] + to[1]) / 2 + 0.06,
    (from[2] + to[2]) / 2 + turn() * 0.12,
  ] as const;
  const tint = mix(look.stem, look.tip, 1 - left / 2.4 + random() * 0.2);
  into.add(bar([from, bend, to], thick, 5, 5), tint, left === 0 ? 0.35 : 0.1);
  if (left === 0) {
    into.add(ball(to[0], to[1], to[2], thick * 1.25, 6), look.tip, 0.5);
    return;
  }
  for (let i = 0; i < 2; i++) {
    const on = [way[0] + turn(), way[1] + turn() * 0.8 + 0.15, way[2] + turn()] as const;
    branch(into, to, on, length * 0.62, thick * 0.72, left - 1, random, look);
  }
}
