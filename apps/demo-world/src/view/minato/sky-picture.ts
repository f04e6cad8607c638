import { mix, type Rgb, smooth, times, toByte } from "../build/colour.ts";
import { clouds, noise } from "../build/noise.ts";
import { elevationOf } from "../parts/sky-dome.ts";
import { SKY, SUN, SUNLIGHT } from "./look.ts";

/** The sky of a golden afternoon with islands on the horizon: bytes of sRGB, horizon first. */
export function paintMinatoSky(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const elevation = elevationOf((row + 0.5) / height);
    for (let column = 0; column < width; column++) {
      const azimuth = ((column + 0.5) / width) * 2 * Math.PI;
      const colour = skyAt(azimuth, elevation);
      // A grain finer than a step of brightness keeps smooth skies from showing rings.
      const grain = noise(column * 1.7, row * 1.9) - 0.5;
      const at = (row * width + column) * 4;
      for (let c = 0; c < 3; c++) bytes[at + c] = toByte(colour[c] ?? 0) + grain;
      bytes[at + 3] = 255;
    }
  }
  return bytes;
}

function skyAt(azimuth: number, elevation: number): Rgb {
  const flat = Math.cos(elevation);
  const [x, y, z] = [Math.cos(azimuth) * flat, Math.sin(elevation), Math.sin(azimuth) * flat];
  const towardsSun = Math.max(0, x * SUN[0] + y * SUN[1] + z * SUN[2]);
  const low = mix(SKY.away, SKY.horizon, smooth(0.1, 0.95, towardsSun));
  let colour = mix(low, SKY.low, smooth(0, 0.06, y));
  colour = mix(colour, SKY.middle, smooth(0.04, 0.2, y));
  colour = mix(colour, SKY.zenith, smooth(0.14, 0.52, y));
  colour = cloudsOver(colour, x, y, z, towardsSun);
  const glow =
    0.07 * towardsSun ** 8 + 0.26 * towardsSun ** 60 + 1.6 * smooth(0.9988, 0.9995, towardsSun);
  colour = [
    colour[0] + SUNLIGHT[0] * glow * 0.7,
    colour[1] + SUNLIGHT[1] * glow * 0.7,
    colour[2] + SUNLIGHT[2] * glow * 0.7,
  ];
  return islandsBefore(colour, azimuth, elevation, towardsSun);
}

function cloudsOver(sky: Rgb, x: number, y: number, z: number, towardsSun: number): Rgb {
  const far = 1 / (y + 0.16);
  const [u, v] = [x * far * 1.1 + 3, z * far * 2.1];
  const dense = clouds(u, v, 5);
  const cover = smooth(0.5, 0.74, dense) * smooth(0.015, 0.12, y) * (1 - smooth(0.55, 0.95, y));
  if (cover < 0.004) return sky;
  const towards = clouds(u + SUN[0] * 0.22, v + SUN[2] * 0.42, 4);
  const lit = smooth(-0.1, 0.16, dense - towards) * 0.6 + 0.4 * towardsSun;
  return mix(sky, mix(SKY.cloudShade, SKY.cloudLit, lit), cover * 0.86);
}

/** Ridges one behind the other: the farther the paler. */
const RIDGES = [
  { seed: 11, scale: 5, height: 0.075, from: 0.5, colour: [0.56, 0.44, 0.42] as Rgb, haze: 0.66 },
  { seed: 47, scale: 8, height: 0.05, from: 0.54, colour: [0.25, 0.3, 0.36] as Rgb, haze: 0.36 },
] as const;

function islandsBefore(sky: Rgb, azimuth: number, elevation: number, towardsSun: number): Rgb {
  if (elevation > 0.11) return sky;
  let colour = sky;
  for (const { seed, scale, height, from, colour: own, haze } of RIDGES) {
    const where = noise(azimuth * 1.6 + seed, seed);
    const rise = smooth(from, 0.95, where) * height;
    const edge = rise * (0.55 + 0.6 * clouds(azimuth * scale + seed, seed * 0.3, 4));
    const inside = smooth(edge, edge - 0.0022, elevation) * smooth(0.0005, 0.004, edge);
    const mist = haze + 0.22 * smooth(0.02, 0, elevation) + 0.2 * towardsSun ** 4;
    colour = mix(colour, mix(own, times(SKY.horizon, 0.95), mist), inside);
  }
  return colour;
}
