import { seeded } from "../build/random.ts";

const WAVES = 22;

/** A tile of waves that repeats without a seam: their slopes along x and z in red and green, 128 for flat. */
export function paintWaves(texels: number): Uint8Array<ArrayBuffer> {
  const random = seeded(7);
  const waves = Array.from({ length: WAVES }, () => {
    const [kx, kz] = [Math.round(random() * 14 - 7), Math.round(random() * 14 - 7)];
    const steep = 1 / (1.5 + Math.hypot(kx, kz));
    return { kx, kz, steep, phase: random() * 2 * Math.PI };
  });
  const bytes = new Uint8Array(texels * texels * 4);
  for (let row = 0; row < texels; row++) {
    for (let column = 0; column < texels; column++) {
      let [slopeX, slopeZ] = [0, 0];
      for (const { kx, kz, steep, phase } of waves) {
        const wave = Math.cos(((kx * column + kz * row) / texels) * 2 * Math.PI + phase) * steep;
        slopeX += wave * Math.sign(kx || 1) * Math.min(1, Math.abs(kx) / 3);
        slopeZ += wave * Math.sign(kz || 1) * Math.min(1, Math.abs(kz) / 3);
      }
      bytes.set([128 + slopeX * 52, 128 + slopeZ * 52, 128, 255], (row * texels + column) * 4);
    }
  }
  return bytes;
}
