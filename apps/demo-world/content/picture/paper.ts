import { fillShape, type Place } from "./fill.ts";
import { layeredNoise, noise } from "./noise.ts";
import { type Ink, ink, type Picture } from "./picture.ts";

/** Makes it look printed on handmade paper: fibres, the wood's grain in the ink, darker corners. */
export function printOnPaper({ side, rgb }: Picture, strength = 1): void {
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      const [x, y] = [px / side, py / side];
      const fibre = noise(x * 420, y * 70, 5) + noise(x * 70, y * 420, 6) - 1;
      const grain = noise(x * 14 + 3 * layeredNoise(x * 2, y * 3, 9), y * 190, 7) - 0.5;
      const corner = Math.hypot(x - 0.5, y - 0.5) ** 4 * 0.5;
      const light = 1 + strength * (0.022 * fibre + 0.035 * grain - corner);
      const at = (py * side + px) * 3;
      for (let channel = 0; channel < 3; channel++)
        rgb[at + channel] = (rgb[at + channel] ?? 0) * light;
    }
  }
}

const VERMILION = ink("b5301f");
const CREAM = ink("f3e6cc");

/** The maker's seal: a red square with a small wave cut out of it. */
export function seal(picture: Picture, [x, y]: Place, size: number, colour: Ink = VERMILION): void {
  const worn = (px: number, py: number): Ink =>
    layeredNoise(px * 160, py * 160, 11) > 0.72 ? CREAM : colour;
  const box: Place[] = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
  fillShape(picture, box, worn, 0.94);
  for (let row = 0; row < 3; row++) {
    const level = y + size * (0.3 + row * 0.2);
    const wave = (lift: number): Place[] =>
      Array.from({ length: 25 }, (_, i): Place => {
        const t = i / 24;
        const place = x + size * (0.16 + 0.68 * t);
        return [place, level + lift - size * 0.07 * Math.abs(Math.sin(t * 3 * Math.PI))];
      });
    fillShape(picture, [...wave(0), ...wave(size * 0.055).reverse()], () => CREAM, 0.95);
  }
}
