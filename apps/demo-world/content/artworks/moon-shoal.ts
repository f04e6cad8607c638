import { seeded } from "@ryugu/treasures";
import { fillDisc, fillShape, type Place, stroke } from "../picture/fill.ts";
import { layeredNoise } from "../picture/noise.ts";
import { printOnPaper, seal } from "../picture/paper.ts";
import { blank, type Ink, ink, mixInk, type Picture, smooth, wash } from "../picture/picture.ts";

const ABYSS = ink("081a2c");
const DEEP = ink("10405c");
const SEA = ink("2a7f8d");
const MOON = ink("fbf0d3");
const HALO = ink("f0cf93");
const VERMILION = ink("d8452c");
const GOLD = ink("e6b65a");
const WHITE = ink("fdf8ea");
const ROOF = ink("0b1d2e");

const MIDDLE: Place = [0.5, 0.42];
const RADIUS = 0.155;
const FISH = 430;
/** Between one fish and the next, as between a sunflower's seeds. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** “The moon's shoal”: four hundred fish around the moon over the palace, each a golden angle after the last. */
export function moonShoal(side: number): Picture {
  const picture = blank(side);
  wash(picture, waterAt);
  fillDisc(picture, MIDDLE, RADIUS, MOON);
  moonShade(picture);
  for (let far = 3; far >= 0; far--) palace(picture, far);
  shoal(picture);
  seal(picture, [0.05, 0.05], 0.05);
  printOnPaper(picture, 0.9);
  return picture;
}

function waterAt(x: number, y: number): Ink {
  const [dx, dy] = [x - MIDDLE[0], y - MIDDLE[1]];
  const away = Math.hypot(dx, dy);
  const bent = away + 0.02 * (layeredNoise(x * 5, y * 5, 2) - 0.5);
  const ring = 0.5 + 0.5 * Math.sin(bent * 150);
  const glow = Math.exp(-((away / 0.3) ** 2));
  const depth = mixInk(mixInk(SEA, DEEP, smooth(0, 0.55, y)), ABYSS, smooth(0.35, 1, y));
  const lit = mixInk(depth, HALO, 0.6 * glow);
  return mixInk(lit, MOON, ring ** 5 * 0.2 * Math.exp(-away * 2.6));
}

/** The seas of the moon, faint as in a print. */
function moonShade(picture: Picture): void {
  const spots: readonly (readonly [number, number, number])[] = [
    [-0.05, -0.04, 0.035],
    [0.03, -0.06, 0.025],
    [0.05, 0.02, 0.04],
    [-0.02, 0.05, 0.03],
    [-0.075, 0.035, 0.02],
  ];
  for (const [dx, dy, size] of spots) {
    for (let i = 6; i > 0; i--) {
      fillDisc(picture, [MIDDLE[0] + dx, MIDDLE[1] + dy], (size * i) / 6, HALO, 0.1);
    }
  }
}

/** A row of roofs; the farther, the paler and the higher. */
function palace(picture: Picture, far: number): void {
  const random = seeded(40 + far);
  const colour = mixInk(ROOF, SEA, 0.12 + far * 0.16);
  const ground = 1.02 - far * 0.065;
  const count = 3 + far;
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5 + (random() - 0.5) * 0.5) / count;
    const size = (0.075 - far * 0.011) * (0.8 + 0.7 * random());
    pagoda(picture, [x, ground], size, 2 + Math.floor(random() * 3), colour);
  }
  mist(picture, ground - 0.02, far);
}

function pagoda(picture: Picture, [x, foot]: Place, size: number, storeys: number, colour: Ink) {
  let [level, width] = [foot - size * 0.4, size];
  for (let storey = 0; storey < storeys; storey++) {
    const wall = width * 0.62;
    const height = width * 0.52;
    const body: Place[] = [
      [x - wall, level + size],
      [x + wall, level + size],
      [x + wall, level - height],
      [x - wall, level - height],
    ];
    fillShape(picture, body, () => colour);
    windows(picture, [x, level - height * 0.25], wall, storey + Math.round(x * 40));
    fillShape(picture, roof(x, level - height, width), () => colour);
    level -= height + width * 0.34;
    width *= 0.78;
  }
  stroke(
    picture,
    [
      [x, level + width * 0.4],
      [x, level - width * 0.75],
    ],
    (t) => 0.004 * (1 - t) + 0.001,
    colour,
  );
}

/** A roof whose eaves sweep up. */
function roof(x: number, level: number, width: number): Place[] {
  const side = (way: number) =>
    Array.from({ length: 14 }, (_, i): Place => {
      const t = i / 13;
      const out = width * (0.12 + 1.0 * t);
      const sag = width * (0.42 * (1 - t) ** 1.9 + 0.1 * t ** 6);
      return [x + way * out, level - sag];
    });
  return [
    ...side(-1).reverse(),
    ...side(1),
    [x + width * 0.9, level + width * 0.05],
    [x - width * 0.9, level + width * 0.05],
  ];
}

/** Five paper windows, some of them lit. */
function windows(picture: Picture, [x, y]: Place, wall: number, seed: number): void {
  for (let i = -2; i <= 2; i++) {
    if ((i * 5 + seed) % 3 === 0) continue;
    const [left, half] = [x + i * wall * 0.36, wall * 0.11];
    const pane: Place[] = [
      [left - half, y - half * 1.5],
      [left + half, y - half * 1.5],
      [left + half, y + half * 1.7],
      [left - half, y + half * 1.7],
    ];
    fillShape(picture, pane, () => GOLD, 0.55 + 0.1 * i);
  }
}

function mist(picture: Picture, level: number, far: number): void {
  const colour = mixInk(SEA, MOON, 0.25);
  const band: Place[] = [
    [0, level - 0.09],
    [1, level - 0.09],
    [1, level + 0.12],
    [0, level + 0.12],
  ];
  const { side } = picture;
  fillShape(picture, band, (x, y) => {
    const veil = layeredNoise(x * 4 + far * 3, y * 14, 17 + far);
    const here =
      smooth(level - 0.09, level + 0.02, y) *
      smooth(level + 0.12, level + 0.05, y) *
      smooth(0.35, 0.75, veil) *
      0.42;
    const at = (Math.floor(y * side) * side + Math.floor(x * side)) * 3;
    const under: Ink = [picture.rgb[at] ?? 0, picture.rgb[at + 1] ?? 0, picture.rgb[at + 2] ?? 0];
    return mixInk(under, colour, here);
  });
}

function shoal(picture: Picture): void {
  for (let n = FISH; n > 0; n--) {
    const angle = n * GOLDEN_ANGLE;
    const away = RADIUS * 1.05 + 0.021 * Math.sqrt(n) * (1 + 0.16 * Math.sin(n * 0.031));
    const x = MIDDLE[0] + away * Math.cos(angle);
    const y = MIDDLE[1] + away * Math.sin(angle) * 0.97;
    if (y > 0.93) continue;
    const size = 0.007 + 0.0125 * smooth(0, FISH, n);
    fish(picture, [x, y], angle + Math.PI / 2 + 0.22, size, n);
  }
}

/** A fish seen from above: a body like a leaf, and a tail. */
function fish(picture: Picture, [x, y]: Place, way: number, size: number, n: number): void {
  const [cos, sin] = [Math.cos(way), Math.sin(way)];
  const place = (along: number, aside: number): Place => {
    const bent = aside + 0.16 * along * along;
    return [x + (along * cos - bent * sin) * size, y + (along * sin + bent * cos) * size];
  };
  const outline: Place[] = [];
  for (let i = 0; i <= 12; i++) outline.push(place(1 - i / 6, thickness(i / 12)));
  outline.push(place(-1.75, 0.42), place(-1.4, 0), place(-1.75, -0.42));
  for (let i = 12; i >= 0; i--) outline.push(place(1 - i / 6, -thickness(i / 12)));
  const colours = [VERMILION, WHITE, GOLD, VERMILION, WHITE];
  const body = colours[n % 5] ?? WHITE;
  fillShape(picture, outline, () => body);
  if (n % 5 === 1 || n % 5 === 4) {
    fillDisc(picture, place(0.35, 0), size * 0.24, VERMILION);
    fillDisc(picture, place(-0.45, 0.04), size * 0.17, VERMILION);
  }
}

const thickness = (t: number) => 0.36 * Math.sin(Math.PI * Math.min(1, t * 0.93 + 0.04)) ** 0.8;
