/** A number from 0 to 1 that belongs to a corner of the grid. */
function corner(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 2_246_822_519);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** Smooth noise from 0 to 1, the same each time. */
export function noise(x: number, y: number, seed = 0): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [ease(x - ix), ease(y - iy)];
  const top = corner(ix, iy, seed) * (1 - fx) + corner(ix + 1, iy, seed) * fx;
  const low = corner(ix, iy + 1, seed) * (1 - fx) + corner(ix + 1, iy + 1, seed) * fx;
  return top * (1 - fy) + low * fy;
}

/** Noise of several sizes, from 0 to 1. */
export function layeredNoise(x: number, y: number, seed = 0): number {
  return (
    0.5 * noise(x, y, seed) +
    0.27 * noise(x * 2.1, y * 2.1, seed + 1) +
    0.15 * noise(x * 4.3, y * 4.3, seed + 2) +
    0.08 * noise(x * 8.7, y * 8.7, seed + 3)
  );
}

const ease = (t: number) => t * t * (3 - 2 * t);
