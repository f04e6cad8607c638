import { mix, type Rgb, rgb, smooth, toByte } from "../build/colour.ts";
import { clouds, noise } from "../build/noise.ts";
import { elevationOf } from "../parts/sky-dome.ts";
import { GARAN_LIGHT } from "./light.ts";

const HIGH = rgb("#0d1730");
const LOW = rgb("#2c4a78");

/** A night with stars and the moon: bytes of sRGB, horizon first. */
export function paintNightSky(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const elevation = elevationOf((row + 0.5) / height);
    for (let column = 0; column < width; column++) {
      const colour = nightAt(((column + 0.5) / width) * 2 * Math.PI, elevation, column, row);
      const at = (row * width + column) * 4;
      for (let c = 0; c < 3; c++) bytes[at + c] = toByte(colour[c] ?? 0);
      bytes[at + 3] = 255;
    }
  }
  return bytes;
}

function nightAt(azimuth: number, elevation: number, column: number, row: number): Rgb {
  const flat = Math.cos(elevation);
  const [x, y, z] = [Math.cos(azimuth) * flat, Math.sin(elevation), Math.sin(azimuth) * flat];
  const sky = mix(LOW, HIGH, smooth(0, 0.7, y));
  const star = smooth(0.985, 0.999, noise(column * 3.7, row * 2.9)) * 0.8;
  const to = GARAN_LIGHT.sun?.to ?? [0, 1, 0];
  const towards = x * to[0] + y * to[1] + z * to[2];
  const moon = smooth(0.9955, 0.9965, towards) * (0.75 + 0.3 * clouds(x * 30, z * 30, 3));
  const halo = smooth(0.9, 1, towards) ** 3 * 0.35;
  const veil = smooth(0.5, 0.8, clouds(x * 3 + 5, z * 3, 4)) * 0.12;
  return [
    sky[0] + star + moon + halo * 0.7 + veil * 0.5,
    sky[1] + star + moon + halo * 0.85 + veil * 0.6,
    sky[2] + star + moon * 0.95 + halo + veil * 0.8,
  ];
}
