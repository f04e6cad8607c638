import type { Surface, Uv } from "../geometry/surface.ts";
import { dot, normalize, scale, type Vector } from "../geometry/vector.ts";
import { ATLAS_SIZE, type Atlas } from "../paint/atlas.ts";
import { blend, hex, toBytes } from "../paint/colour.ts";

/** How a picture of a figure is taken: an orthographic view. */
export interface Shot {
  /** The picture's width and height in pixels. */
  size: readonly [number, number];
  /** What is in the picture's middle, and how many metres its height shows. */
  middle: Vector;
  span: number;
  /** From where it is seen: 0 is the front, a quarter turn the figure's left side. */
  yaw: number;
  pitch: number;
  /** The background's colours above and below, as six hex digits. */
  backdrop: readonly [string, string];
}

/** Samples across a pixel. */
const SAMPLES = 2;
const SUN = normalize([-0.35, 0.55, 0.75]);
const TOONY = 0.72;

/** Takes a picture in the figure's own two tones; gives its pixels, three bytes each. */
export function takePicture(surface: Surface, atlas: Atlas, shot: Shot): Uint8Array {
  const [width, height] = shot.size.map((n) => n * SAMPLES) as [number, number];
  const depth = new Float32Array(width * height).fill(-Infinity);
  const pixels = new Uint8Array(width * height * 3);
  fillBackdrop(pixels, width, height, shot.backdrop);
  const turn = turner(shot);
  const zoom = height / shot.span;
  const middle = turn(shot.middle);
  const places = surface.positions.map((at): Vector => {
    const [x, y, z] = turn(at);
    return [width / 2 + (x - middle[0]) * zoom, height / 2 - (y - middle[1]) * zoom, z];
  });
  const normals = surface.normals.map(turn);
  const brightness = (normal: Vector) => {
    const facing = normal[2] < 0 ? scale(normal, -1) : normal;
    return Math.min(1, Math.max(0, (dot(facing, SUN) - 0.04 + 1 - TOONY) / (2 - 2 * TOONY)));
  };
  const light = normals.map(brightness);
  for (const [a, b, c] of surface.triangles) {
    const corner = (i: number) => ({
      at: places[i] ?? ([0, 0, 0] as const),
      uv: surface.uvs[i] ?? ([0, 0] as const),
      light: light[i] ?? 0,
    });
    fillTriangle([corner(a), corner(b), corner(c)], { width, height, depth, pixels, atlas });
  }
  return average(pixels, shot.size);
}

interface Corner {
  at: Vector;
  uv: Uv;
  light: number;
}

interface Canvas {
  width: number;
  height: number;
  depth: Float32Array;
  pixels: Uint8Array;
  atlas: Atlas;
}

function turner({ yaw, pitch }: Shot): (place: Vector) => Vector {
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return ([x, y, z]) => {
    const deep = x * sy + z * cy;
    return [x * cy - z * sy, y * cp - deep * sp, y * sp + deep * cp];
  };
}

function fillBackdrop(
  pixels: Uint8Array,
  width: number,
  height: number,
  [top, bottom]: Shot["backdrop"],
): void {
  const [from, to] = [hex(top), hex(bottom)];
  for (let y = 0; y < height; y++) {
    const colour = toBytes(blend(from, to, y / (height - 1)));
    for (let x = 0; x < width; x++) pixels.set(colour, (y * width + x) * 3);
  }
}

function fillTriangle([a, b, c]: readonly [Corner, Corner, Corner], canvas: Canvas): void {
  const { width, height, depth, pixels, atlas } = canvas;
  const area =
    (b.at[0] - a.at[0]) * (c.at[1] - a.at[1]) - (c.at[0] - a.at[0]) * (b.at[1] - a.at[1]);
  if (Math.abs(area) < 1e-9) return;
  const xs = [a.at[0], b.at[0], c.at[0]];
  const ys = [a.at[1], b.at[1], c.at[1]];
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(width - 1, Math.ceil(Math.max(...xs))),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(height - 1, Math.ceil(Math.max(...ys))),
  ];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const wb = ((x - a.at[0]) * (c.at[1] - a.at[1]) - (c.at[0] - a.at[0]) * (y - a.at[1])) / area;
      const wc = ((b.at[0] - a.at[0]) * (y - a.at[1]) - (x - a.at[0]) * (b.at[1] - a.at[1])) / area;
      const wa = 1 - wb - wc;
      if (wa < -1e-6 || wb < -1e-6 || wc < -1e-6) continue;
      const near = wa * a.at[2] + wb * b.at[2] + wc * c.at[2];
      const index = y * width + x;
      if (near <= (depth[index] ?? 0)) continue;
      depth[index] = near;
      const u = wa * a.uv[0] + wb * b.uv[0] + wc * c.uv[0];
      const v = wa * a.uv[1] + wb * b.uv[1] + wc * c.uv[1];
      const texel = (Math.floor(v * ATLAS_SIZE) * ATLAS_SIZE + Math.floor(u * ATLAS_SIZE)) * 3;
      const light = wa * a.light + wb * b.light + wc * c.light;
      for (let k = 0; k < 3; k++) {
        const [lit, shade] = [atlas.lit[texel + k] ?? 0, atlas.shade[texel + k] ?? 0];
        pixels[index * 3 + k] = Math.round(shade + (lit - shade) * light);
      }
    }
  }
}

function average(pixels: Uint8Array, [width, height]: readonly [number, number]): Uint8Array {
  const out = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width * 3; x++) {
      let sum = 0;
      for (let n = 0; n < SAMPLES * SAMPLES; n++) {
        const row = y * SAMPLES + Math.floor(n / SAMPLES);
        const column = Math.floor(x / 3) * SAMPLES + (n % SAMPLES);
        sum += pixels[(row * width * SAMPLES + column) * 3 + (x % 3)] ?? 0;
      }
      out[y * width * 3 + x] = Math.round(sum / SAMPLES ** 2);
    }
  }
  return out;
}
