import { type Rgb, toByte } from "./colour.ts";

/** A square picture of a material, bytes of sRGB; `material` is asked for each point, in metres. */
export function paintTile(
  texels: number,
  metres: number,
  material: (x: number, z: number) => Rgb,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(texels * texels * 4);
  for (let row = 0; row < texels; row++) {
    for (let column = 0; column < texels; column++) {
      const colour = material((column / texels) * metres, (row / texels) * metres);
      const at = (row * texels + column) * 4;
      for (let c = 0; c < 3; c++) bytes[at + c] = toByte(colour[c] ?? 0);
      bytes[at + 3] = 255;
    }
  }
  return bytes;
}
