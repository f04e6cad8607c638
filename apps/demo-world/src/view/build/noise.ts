/** A number in [0, 1) for a corner of the grid, the same each time. */
function corner(x: number, y: number): number {
  let h = Math.imul(x | 0, 374_761_393) ^ Math.imul(y | 0, 668_265_263);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** Value noise in [0, 1): smooth, with features one unit wide. */
export function noise(x: number, y: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - ix, y - iy];
  const [ux, uy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const top = corner(ix, iy) * (1 - ux) + corner(ix + 1, iy) * ux;
  const bottom = corner(ix, iy + 1) * (1 - ux) + corner(ix + 1, iy + 1) * ux;
  return top * (1 - uy) + bottom * uy;
}

/** Noise on noise: clouds, grain, stone. */
export function clouds(x: number, y: number, octaves = 5): number {
  let [sum, size, frequency, total] = [0, 1, 1, 0];
  for (let i = 0; i < octaves; i++) {
    sum += size * noise(x * frequency + i * 17.3, y * frequency - i * 9.7);
    total += size;
    size *= 0.5;
    frequency *= 2.03;
  }
  return sum / total;
}
