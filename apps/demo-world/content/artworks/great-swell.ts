import { seeded } from "@ryugu/treasures";
import { curveBetween, curveThrough } from "../picture/curve.ts";
import { fillDisc, fillShape, type Place, stroke } from "../picture/fill.ts";
import { layeredNoise } from "../picture/noise.ts";
import { printOnPaper, seal } from "../picture/paper.ts";
import { blank, type Ink, ink, mixInk, type Picture, smooth, wash } from "../picture/picture.ts";

const PRUSSIAN = ink("12305c");
const INDIGO = ink("1c4a80");
const AZURE = ink("4d8fb8");
const PALE = ink("b9d7dc");
const FOAM = ink("fbf4e2");
const CREAM = ink("f4e3c1");
const ROSE = ink("eab08a");
const SUN = ink("d2452d");
const LINE = ink("0d2143");

/** The back of the great wave, from its foot on the left over the crest to the tip of its claw. */
const BACK: readonly Place[] = [
  [-0.1, 0.98],
  [-0.02, 0.72],
  [0.08, 0.45],
  [0.22, 0.235],
  [0.4, 0.135],
  [0.58, 0.16],
  [0.7, 0.255],
  [0.735, 0.385],
];
/** Its hollow face, from the trough to the same tip. */
const FACE: readonly Place[] = [
  [0.98, 0.99],
  [0.66, 0.9],
  [0.44, 0.77],
  [0.345, 0.6],
  [0.36, 0.44],
  [0.46, 0.335],
  [0.59, 0.315],
  [0.735, 0.385],
];
const BANDS = 17;
const POINTS = 160;

/** “Great swell”: a wave that stands up before a red sun, its water in bands as a woodblock has it. */
export function greatSwell(side: number): Picture {
  const picture = blank(side);
  wash(picture, skyAt);
  fillDisc(picture, [0.71, 0.47], 0.152, SUN);
  clouds(picture);
  farSea(picture);
  greatWave(picture);
  nearSea(picture);
  spray(picture);
  seal(picture, [0.9, 0.05], 0.05);
  printOnPaper(picture);
  return picture;
}

function skyAt(x: number, y: number): Ink {
  const bokashi = smooth(0.3, 0, y + 0.03 * (layeredNoise(x * 3, y * 9) - 0.5));
  const warm = mixInk(CREAM, ROSE, smooth(0.3, 0.78, y) * 0.8);
  return mixInk(warm, PRUSSIAN, bokashi * 0.9);
}

/** Long flat clouds before the sun. */
function clouds(picture: Picture): void {
  const rows = [
    [0.52, 0.4, 0.4, 0.009],
    [0.62, 0.447, 0.5, 0.011],
    [0.5, 0.53, 0.36, 0.008],
  ] as const;
  for (const [x, y, width, height] of rows) {
    const places = Array.from(
      { length: 40 },
      (_, i): Place => [x + (i / 39) * width, y + 0.004 * Math.sin(i * 0.5)],
    );
    stroke(picture, places, (t) => height * Math.sin(Math.PI * t) ** 0.5, mixInk(CREAM, FOAM, 0.5));
  }
}

/** Swell behind the great wave, row before row, each darker at its crest. */
function farSea(picture: Picture): void {
  for (let row = 0; row < 7; row++) {
    const near = row / 6;
    const level = 0.585 + 0.062 * row + 0.01 * row * near;
    swell(picture, level, 0.012 + 0.03 * near, 13 - 7 * near, row * 1.7, near);
  }
}

/** One row of swell across the picture: sharp crests, a foam line, and a wash that pales downwards. */
function swell(
  picture: Picture,
  level: number,
  height: number,
  count: number,
  phase: number,
  near: number,
): void {
  const crest = (x: number) => {
    const t = x * count + phase + 0.5 * Math.sin(x * 5 + phase);
    return level - height * (1 - Math.abs(Math.sin(t)) ** 0.7);
  };
  const edge = Array.from({ length: 400 }, (_, i): Place => {
    const x = i / 399;
    return [x, crest(x)];
  });
  const deep = mixInk(AZURE, INDIGO, near);
  fillShape(picture, [...edge, [1, 1], [0, 1]], (x, y) => {
    const down = (y - crest(x)) / (height * 2.6);
    const stripe = 0.5 + 0.5 * Math.sin((down * 3.1 + 0.2 * Math.sin(x * 40)) * 2 * Math.PI);
    return mixInk(deep, mixInk(PALE, AZURE, near), smooth(0, 1.2, down) * 0.65 + stripe * 0.13);
  });
  for (const [drop, cover] of [
    [0.5, 0.5],
    [0.85, 0.28],
  ] as const) {
    const under = edge.map(
      ([x, y]): Place => [x, y + (level + height * 0.5 - y) * 0.25 + height * drop],
    );
    stroke(picture, under, () => 0.0012 + 0.0012 * near, mixInk(deep, FOAM, cover));
  }
  stroke(picture, edge, () => 0.003 + 0.003 * near, FOAM);
  stroke(
    picture,
    edge.map(([x, y]): Place => [x, y - 0.0022 - 0.0015 * near]),
    () => 0.0016,
    LINE,
  );
}

function greatWave(picture: Picture): void {
  const back = curveThrough(BACK, POINTS);
  const face = curveThrough(FACE, POINTS);
  const edges = Array.from({ length: BANDS + 1 }, (_, k) =>
    curveBetween(back, face, (k / BANDS) ** 0.92),
  );
  for (let k = 0; k < BANDS; k++) {
    const [outer, inner] = [edges[k] ?? [], edges[k + 1] ?? []];
    const base = k % 3 === 2 ? PALE : mixInk(PRUSSIAN, k % 3 === 1 ? AZURE : INDIGO, 0.9);
    fillShape(picture, [...outer, ...[...inner].reverse()], (x, y) => {
      const rising = smooth(0.95, 0.25, y);
      return mixInk(
        base,
        k % 3 === 2 ? FOAM : PRUSSIAN,
        rising * 0.5 + 0.12 * layeredNoise(x * 9, y * 9),
      );
    });
  }
  for (const edge of edges.slice(1, -1)) {
    stroke(picture, edge, (t) => 0.0008 + 0.0022 * Math.sin(Math.PI * t), LINE);
  }
  stroke(picture, back, (t) => 0.003 + 0.004 * t, LINE);
  crestFoam(picture, back, face);
}

/** Foam along the crest, and claws that reach out of its hollow. The dark rims come first, so that all is one. */
function crestFoam(picture: Picture, back: readonly Place[], face: readonly Place[]): void {
  const pearls = crestPearls(back);
  for (const { at, size } of pearls) fillDisc(picture, at, size + 0.0026, LINE);
  const claws = clawsOf(face);
  for (const one of claws) claw(picture, one, 0.0026, LINE);
  for (const { at, size } of pearls) fillDisc(picture, at, size, FOAM);
  for (const one of claws) claw(picture, one, 0, FOAM);
  for (const { at, size } of pearls) {
    if (size > 0.012)
      fillDisc(picture, [at[0] + size * 0.2, at[1] + size * 0.3], size * 0.5, PALE, 0.5);
  }
}

function crestPearls(back: readonly Place[]): { at: Place; size: number }[] {
  const random = seeded(31);
  return back.slice(Math.floor(POINTS * 0.34)).flatMap(([x, y], i, rest) => {
    const t = i / rest.length;
    return [0, 1].map(() => ({
      at: [x + (random() - 0.5) * 0.03 * t, y + (random() - 0.3) * 0.036 * t] as const,
      size: 0.003 + (0.004 + 0.014 * random()) * smooth(0, 0.6, t),
    }));
  });
}

/** A finger of foam: where it begins, where it points, how large it is, and its own randomness. */
interface Claw {
  at: Place;
  angle: number;
  size: number;
  seed: number;
}

/** Claws along the hollow's upper edge: short where it begins, long at the tip, all reaching down and forward. */
function clawsOf(face: readonly Place[]): Claw[] {
  const random = seeded(77);
  const claws: Claw[] = [];
  for (let i = Math.floor(POINTS * 0.58); i < POINTS; i += 4) {
    const t = smooth(0.58, 1, i / POINTS);
    const [x, y] = face[i] ?? [0, 0];
    claws.push({
      at: [x - 0.004, y - 0.012],
      angle: 1.9 - 1.1 * t + (random() - 0.5) * 0.7,
      size: (0.014 + 0.021 * t) * (0.75 + 0.5 * random()),
      seed: i,
    });
  }
  return claws;
}

/** Draws a claw: it curls as it thins, and two smaller ones part from it. */
function claw(picture: Picture, { at, angle, size, seed }: Claw, rim: number, colour: Ink): void {
  const random = seeded(seed);
  const curl = 0.13 + 0.12 * random();
  let [[x, y], way] = [at, angle];
  for (let i = 0; i < 11; i++) {
    fillDisc(picture, [x, y], size * (0.12 + 0.36 * (1 - i / 11)) + rim, colour);
    x += Math.cos(way) * size * 0.34;
    y += Math.sin(way) * size * 0.34;
    way -= curl;
    const parts = (i === 3 || i === 6) && size > 0.009;
    if (!parts) continue;
    const aside = way + (i === 3 ? 0.95 : -0.8);
    claw(picture, { at: [x, y], angle: aside, size: size * 0.6, seed: seed * 7 + i }, rim, colour);
  }
}

/** Two rows of swell in front, over the foot of the great wave. */
function nearSea(picture: Picture): void {
  swell(picture, 0.925, 0.052, 4.2, 0.4, 0.85);
  swell(picture, 0.992, 0.05, 3.1, 2.3, 1);
}

function spray(picture: Picture): void {
  const random = seeded(8);
  for (let i = 0; i < 210; i++) {
    const t = random();
    const x = 0.5 + 0.42 * t + 0.08 * (random() - 0.5);
    const y = 0.13 + 0.5 * t * random() + 0.12 * random();
    fillDisc(picture, [x, y], 0.0012 + 0.0034 * random() ** 3, FOAM, 0.95);
  }
}
