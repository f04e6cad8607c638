import type { Finish, Part } from "./mesh.ts";
import { encodePng } from "./png.ts";
import { seaBackground } from "./sea-background.ts";
import { add, dot, mix, normalize, scale, type Vector } from "./vector.ts";

/** How a picture is taken. Angles in radians. */
export interface View {
  yaw: number;
  pitch: number;
  /** The water's colour behind, in linear light. */
  water: Vector;
}

/** The picture's side in pixels, and how many samples there are across a pixel. */
const SIZE = 512;
const SAMPLES = 2;
/** How much of the picture the thing fills. */
const FILL = 0.74;

const SUN = normalize([-0.45, 0.8, 0.55]);
const HALF = normalize(add(SUN, [0, 0, 1]));
const AMBIENT = 0.34;
const SUNLIGHT = 0.82;
const RIM_COLOUR: Vector = [0.55, 0.85, 1];

interface Samples {
  depth: Float32Array;
  colour: Float32Array;
}

/** Takes a picture of a model under water, lit from above, as PNG. */
export function renderPng(parts: readonly Part[], view: View): Buffer {
  const side = SIZE * SAMPLES;
  const samples: Samples = {
    depth: new Float32Array(side * side).fill(-Infinity),
    colour: new Float32Array(side * side * 3),
  };
  const turn = turner(view);
  const turned = parts.map(({ mesh }) => mesh.positions.map(turn));
  const toPicture = framing(turned.flat(), side);
  parts.forEach(({ mesh, finish }, i) => {
    const places = (turned[i] ?? []).map(toPicture);
    const light = mesh.normals.map((normal, n) =>
      shade(turn(normal), mesh.colours[n] ?? [1, 1, 1], finish),
    );
    for (const triangle of mesh.triangles) fill(samples, side, triangle, places, light);
  });
  return encodePng(SIZE, SIZE, develop(samples, seaBackground(SIZE, view.water)));
}

function turner({ yaw, pitch }: View): (place: Vector) => Vector {
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return ([x, y, z]) => {
    const depth = -x * sy + z * cy;
    return [x * cy + z * sy, y * cp - depth * sp, y * sp + depth * cp];
  };
}

/** Centres the thing and fits it into the picture; y goes down. */
function framing(places: readonly Vector[], side: number): (place: Vector) => Vector {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  const zoom = (side * FILL) / Math.max(right - left, high - low);
  const middle: Vector = [(left + right) / 2, (low + high) / 2, 0];
  return ([x, y, z]) => [
    side / 2 + (x - middle[0]) * zoom,
    side / 2 - (y - middle[1]) * zoom,
    z * zoom,
  ];
}

function shade(normal: Vector, base: Vector, { metallic, roughness, glow }: Finish): Vector {
  const facing = normal[2] < 0 ? scale(normal, -1) : normal;
  const diffuse = AMBIENT * (0.75 + 0.25 * facing[1]) + SUNLIGHT * Math.max(0, dot(facing, SUN));
  const sharpness = 2 / Math.max(0.02, roughness ** 4);
  const shine = Math.max(0, dot(facing, HALF)) ** Math.min(220, sharpness) * (1 - roughness) * 0.9;
  const rim = (1 - facing[2]) ** 3 * 0.3;
  const lit = scale(base, diffuse * (1 - 0.25 * metallic) + glow);
  return add(add(lit, scale(mix([1, 1, 1], base, metallic), shine)), scale(RIM_COLOUR, rim));
}

function fill(
  { depth, colour }: Samples,
  side: number,
  [ia, ib, ic]: readonly [number, number, number],
  places: readonly Vector[],
  light: readonly Vector[],
): void {
  const [a, b, c] = [places[ia], places[ib], places[ic]];
  const [la, lb, lc] = [light[ia], light[ib], light[ic]];
  if (!a || !b || !c || !la || !lb || !lc) return;
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  if (Math.abs(area) < 1e-9) return;
  const top = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1])));
  const bottom = Math.min(side - 1, Math.ceil(Math.max(a[1], b[1], c[1])));
  const left = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0])));
  const right = Math.min(side - 1, Math.ceil(Math.max(a[0], b[0], c[0])));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const wb = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
      const wc = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
      const wa = 1 - wb - wc;
      if (wa < -1e-6 || wb < -1e-6 || wc < -1e-6) continue;
      const near = wa * a[2] + wb * b[2] + wc * c[2];
      const at = y * side + x;
      if (near <= (depth[at] ?? 0)) continue;
      depth[at] = near;
      for (let channel = 0; channel < 3; channel++) {
        const one = channel as 0 | 1 | 2;
        colour[at * 3 + channel] = wa * la[one] + wb * lb[one] + wc * lc[one];
      }
    }
  }
}

/** Averages the samples of each pixel, softens the brightest light and turns it into sRGB bytes. */
function develop(samples: Samples, background: Float32Array): Uint8Array {
  const out = new Uint8Array(SIZE * SIZE * 3);
  for (let i = 0; i < out.length; i++) {
    const light = averaged(samples, Math.floor(i / 3), i % 3, background[i] ?? 0);
    const soft = light < 0.8 ? light : 1 - 0.2 * Math.exp((0.8 - light) / 0.2);
    out[i] = Math.round(255 * toSrgb(soft));
  }
  return out;
}

/** One channel of one pixel; samples that the thing does not cover show the background. */
function averaged(samples: Samples, pixel: number, channel: number, behind: number): number {
  const side = SIZE * SAMPLES;
  const first = Math.floor(pixel / SIZE) * SAMPLES * side + (pixel % SIZE) * SAMPLES;
  let sum = 0;
  for (let n = 0; n < SAMPLES ** 2; n++) {
    const at = first + Math.floor(n / SAMPLES) * side + (n % SAMPLES);
    sum += samples.depth[at] === -Infinity ? behind : (samples.colour[at * 3 + channel] ?? 0);
  }
  return sum / SAMPLES ** 2;
}

const toSrgb = (light: number) =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
