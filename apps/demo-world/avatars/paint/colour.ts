import { clamp, lerp } from "../geometry/curve.ts";

/** A colour in OKLab (Ottosson 2020): lightness, green to red, blue to yellow. Mixes look even. */
export type Colour = readonly [l: number, a: number, b: number];

/** A colour written as six hex digits (sRGB). */
export function hex(digits: string): Colour {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) =>
    toLinear(Number.parseInt(digits.slice(at, at + 2), 16) / 255),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The colour's sRGB bytes. */
export function toBytes([lightness, a, b]: Colour): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

export const blend = (x: Colour, y: Colour, t: number): Colour => [
  lerp(x[0], y[0], t),
  lerp(x[1], y[1], t),
  lerp(x[2], y[2], t),
];

/** A colour in the shade: darker, a little richer, turned towards the sea's violet blue. */
export const shaded = ([l, a, b]: Colour, depth = 0.17): Colour => [
  l * (1 - depth),
  a * 1.06 + 0.012 * (depth / 0.17),
  b * 1.02 - 0.022 * (depth / 0.17),
];

const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toByte = (light: number) => {
  const v = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * clamp(v));
};
