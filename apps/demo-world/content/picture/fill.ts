import { blend, type Ink, type Picture } from "./picture.ts";

/** A place on the picture, both numbers from 0 to 1. */
export type Place = readonly [number, number];

/** How many lines a pixel's coverage is taken from. */
const LINES = 4;

/** Fills a closed shape (even-odd), with soft edges. */
export function fillShape(
  picture: Picture,
  outline: readonly Place[],
  colourAt: (x: number, y: number) => Ink,
  cover = 1,
): void {
  const { side } = picture;
  const heights = outline.map(([, y]) => y * side);
  const top = Math.max(0, Math.floor(Math.min(...heights)));
  const bottom = Math.min(side - 1, Math.ceil(Math.max(...heights)));
  if (bottom < top) return;
  const crossings = crossingsOf(outline, side, top, (bottom - top + 1) * LINES);
  const line = new Float32Array(side);
  for (let py = top; py <= bottom; py++) {
    line.fill(0);
    for (let k = 0; k < LINES; k++) addSpans(line, crossings[(py - top) * LINES + k] ?? []);
    for (let px = 0; px < side; px++) {
      const part = line[px] ?? 0;
      if (part <= 0) continue;
      const colour = colourAt((px + 0.5) / side, (py + 0.5) / side);
      blend(picture, px, py, colour, part * cover);
    }
  }
}

/** Where the outline crosses each line, in pixels: every edge is walked once, along its own lines only. */
function crossingsOf(
  outline: readonly Place[],
  side: number,
  top: number,
  lines: number,
): number[][] {
  const crossings = Array.from({ length: lines }, (): number[] => []);
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length] ?? [x1, y1];
    const [from, to] = [y1 * side, y2 * side];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    // Line n lies at top + (n + 0.5) / LINES; it is crossed where low <= height < high.
    const first = Math.max(0, Math.ceil((low - top) * LINES - 0.5));
    const last = Math.min(lines, Math.ceil((high - top) * LINES - 0.5));
    for (let n = first; n < last; n++) {
      const height = top + (n + 0.5) / LINES;
      crossings[n]?.push((x1 + ((height - from) / (to - from)) * (x2 - x1)) * side);
    }
  });
  return crossings;
}

function addSpans(line: Float32Array, crossings: number[]): void {
  crossings.sort((a, b) => a - b);
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    addSpan(line, crossings[i] ?? 0, crossings[i + 1] ?? 0);
  }
}

function addSpan(line: Float32Array, from: number, to: number): void {
  const [left, right] = [Math.max(0, from), Math.min(line.length, to)];
  for (let px = Math.floor(left); px < right; px++) {
    const part = Math.min(px + 1, right) - Math.max(px, left);
    line[px] = (line[px] ?? 0) + part / LINES;
  }
}

/** Fills a disc, with a soft edge. */
export function fillDisc(
  picture: Picture,
  [x, y]: Place,
  radius: number,
  colour: Ink,
  cover = 1,
): void {
  const { side } = picture;
  const [cx, cy, r] = [x * side, y * side, radius * side];
  for (let py = Math.floor(cy - r - 1); py <= cy + r + 1; py++) {
    for (let px = Math.floor(cx - r - 1); px <= cx + r + 1; px++) {
      const inside = r + 0.5 - Math.hypot(px + 0.5 - cx, py + 0.5 - cy);
      blend(picture, px, py, colour, Math.min(1, inside) * cover);
    }
  }
}

/** A line through places with a width that may change along it. */
export function stroke(
  picture: Picture,
  places: readonly Place[],
  width: (along: number) => number,
  colour: Ink,
): void {
  const left: Place[] = [];
  const right: Place[] = [];
  places.forEach(([x, y], i) => {
    const [bx, by] = places[Math.max(0, i - 1)] ?? [x, y];
    const [ax, ay] = places[Math.min(places.length - 1, i + 1)] ?? [x, y];
    const length = Math.hypot(ax - bx, ay - by) || 1;
    const half = width(i / Math.max(1, places.length - 1)) / 2;
    const [nx, ny] = [(-(ay - by) / length) * half, ((ax - bx) / length) * half];
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  });
  fillShape(picture, [...left, ...right.reverse()], () => colour);
}
