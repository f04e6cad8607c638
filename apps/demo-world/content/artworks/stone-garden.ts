import { layeredNoise, noise } from "../picture/noise.ts";
import { printOnPaper, seal } from "../picture/paper.ts";
import { blank, type Ink, ink, mixInk, type Picture, smooth, wash } from "../picture/picture.ts";

const SAND = ink("efe4cf");
const SHADE = ink("cdbb9a");
const INDIGO = ink("1d3f6e");
const NIGHT = ink("14202f");
const MOSS = ink("5d7a4b");
const GOLD = ink("d9a441");
const SUNSET = ink("d9674a");

/** A stone: its place, its size, and how strongly the sand turns around it. */
interface Stone {
  x: number;
  y: number;
  radius: number;
  turn: number;
}

const STONES: readonly Stone[] = [
  { x: 0.34, y: 0.36, radius: 0.135, turn: 0.012 },
  { x: 0.7, y: 0.57, radius: 0.095, turn: -0.01 },
  { x: 0.3, y: 0.78, radius: 0.06, turn: 0.004 },
];

/** “Tide in a stone garden”: raked sand that flows around three stones as water would. */
export function stoneGarden(side: number): Picture {
  const picture = blank(side);
  wash(picture, (x, y) => {
    const stone = STONES.find((one) => edgeOf(one, x, y) < 0);
    return stone === undefined ? sandAt(x, y, side) : stoneAt(stone, x, y);
  });
  seal(picture, [0.9, 0.9], 0.05);
  printOnPaper(picture, 0.8);
  return picture;
}

/** The stream function of water around cylinders: its level lines are the rake's. */
function stream(x: number, y: number): number {
  let level = y + 0.014 * Math.sin(x * 7 + 1) + 0.05 * layeredNoise(x * 1.6, y * 1.6, 3);
  for (const { x: sx, y: sy, radius, turn } of STONES) {
    const [dx, dy] = [x - sx, y - sy];
    const square = Math.max(dx * dx + dy * dy, radius * radius * 0.5);
    level -= (dy * radius * radius) / square;
    level += turn * Math.log(square / (radius * radius));
  }
  return level;
}

/** How many furrows lie across the garden. */
const FURROWS = 58;

function sandAt(x: number, y: number, side: number): Ink {
  const step = 1 / side;
  const level = stream(x, y);
  const [across, down] = [stream(x + step, y) - level, stream(x, y + step) - level];
  const steep = Math.hypot(across, down) / step;
  const band = level * FURROWS;
  const part = band - Math.floor(band);
  // Light falls from the upper left: one side of every furrow shines, the other lies in shade.
  const facing = Math.max(-1, Math.min(1, (down - across) / (step * Math.max(0.3, steep))));
  const slope = Math.sin(part * 2 * Math.PI) * facing;
  const ground = mixInk(SAND, SHADE, 0.34 - 0.3 * slope);
  const line = smooth(0.2, 0.05, Math.abs(part - 0.5)) * Math.min(1, 1.4 / Math.max(0.6, steep));
  const wet = smooth(0.42, 0.66, layeredNoise(level * 7, x * 0.9 + 2, 21));
  const tide = mixInk(INDIGO, mixInk(GOLD, SUNSET, smooth(0.55, 1, x)), colourOf(Math.floor(band)));
  return shadowed(mixInk(ground, tide, line * (0.25 + 0.75 * wet)), x, y);
}

/** Every ninth line or so is of gold. */
const colourOf = (band: number) => (noise(band * 7.31, 4, 2) > 0.78 ? 1 : 0);

function shadowed(colour: Ink, x: number, y: number): Ink {
  let dark = 0;
  for (const stone of STONES) {
    const away = edgeOf(stone, x - stone.radius * 0.16, y - stone.radius * 0.2) / stone.radius;
    dark = Math.max(dark, smooth(0.34, -0.05, away) * 0.62);
  }
  return mixInk(colour, NIGHT, dark);
}

/** How far outside a stone a place is, negative inside. Stones are not quite round. */
function edgeOf({ x: sx, y: sy, radius }: Stone, x: number, y: number): number {
  const angle = Math.atan2(y - sy, x - sx);
  const rough =
    0.09 * Math.sin(angle * 2 + sx * 20) +
    0.05 * Math.sin(angle * 3 + sy * 30) +
    0.05 * (layeredNoise(Math.cos(angle) * 2 + sx * 9, Math.sin(angle) * 2 + sy * 9, 4) - 0.5);
  return Math.hypot(x - sx, y - sy) - radius * (0.9 + rough);
}

function stoneAt(stone: Stone, x: number, y: number): Ink {
  const { radius } = stone;
  const [dx, dy] = [(x - stone.x) / radius, (y - stone.y) / radius];
  const height = Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy));
  const crag = layeredNoise(x * 26, y * 34, 14) - 0.5;
  const light = Math.max(0, -0.5 * dx - 0.62 * dy + 0.6 * height + 0.9 * crag);
  const rock = mixInk(NIGHT, ink("8b97a3"), Math.min(1, light * 0.85));
  const moss = smooth(0.46, 0.6, layeredNoise(x * 13, y * 13, 8)) * smooth(0.35, -0.5, dy);
  const vein = Math.abs(dx * 0.8 + 0.35 * dy + 0.55 * (layeredNoise(x * 9, y * 9, 33) - 0.5));
  const gold = smooth(0.028, 0.012, vein);
  return mixInk(mixInk(rock, mixInk(MOSS, NIGHT, 0.5 - light * 0.5), moss * 0.8), GOLD, gold);
}
