import { seeded } from "./seeded.ts";
import { mix, scale, type Vector } from "./vector.ts";

const BUBBLES = 26;
const SURFACE: Vector = [0.62, 0.86, 0.9];

interface Bubble {
  x: number;
  y: number;
  radius: number;
}

/** Water with light from above, a few rays and bubbles, as linear light of `side` by `side` samples. */
export function seaBackground(side: number, water: Vector): Float32Array {
  const out = new Float32Array(side * side * 3);
  const deep = scale(water, 0.22);
  for (let y = 0; y < side; y++) {
    const depth = y / side;
    for (let x = 0; x < side; x++) {
      const across = x / side - 0.5;
      const glow = Math.exp(-((across + 0.12) ** 2 + (depth + 0.1) ** 2) * 2.6);
      const rays = 0.06 * Math.max(0, Math.sin((across + depth * 0.28) * 31)) * (1 - depth) ** 2;
      const [r, g, b] = mix(mix(water, deep, depth ** 0.8), SURFACE, 0.42 * glow + rays);
      const at = (y * side + x) * 3;
      out[at] = r;
      out[at + 1] = g;
      out[at + 2] = b;
    }
  }
  for (const bubble of bubbles(side)) draw(out, side, bubble);
  return out;
}

function bubbles(side: number): Bubble[] {
  const random = seeded(7);
  return Array.from({ length: BUBBLES }, () => ({
    x: random() * side,
    y: random() * side,
    radius: (0.004 + 0.014 * random() ** 2) * side,
  }));
}

/** A thin bright rim, and a highlight to the upper left. */
function draw(out: Float32Array, side: number, { x, y, radius }: Bubble): void {
  for (let py = Math.max(0, Math.floor(y - radius)); py < Math.min(side, y + radius); py++) {
    for (let px = Math.max(0, Math.floor(x - radius)); px < Math.min(side, x + radius); px++) {
      const away = Math.hypot(px - x, py - y) / radius;
      if (away > 1) continue;
      const spot = Math.hypot(px - x + radius * 0.35, py - y + radius * 0.35) / radius;
      const light = 0.25 * away ** 6 + 0.4 * Math.max(0, 1 - spot * 4);
      for (let channel = 0; channel < 3; channel++) {
        const at = (py * side + px) * 3 + channel;
        out[at] = (out[at] ?? 0) + light;
      }
    }
  }
}
