import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, ShaderMaterial } from "three";
import { mix, type Rgb } from "../build/colour.ts";

/** A cloth that hangs from its upper edge. */
export interface Cloth {
  /** The middle of its upper edge. */
  readonly at: readonly [number, number, number];
  readonly width: number;
  readonly length: number;
  /** Around the upright axis; 0 faces south. */
  readonly turn: number;
  readonly upper: Rgb;
  readonly lower: Rgb;
}

const ACROSS = 4;
const DOWN = 8;

const VERTEX = /* glsl */ `
attribute vec3 color;
attribute vec4 hang; // how far down, phase, facing x, facing z
uniform float time;
varying vec3 tint;
void main() {
  vec3 at = position;
  float sway = hang.x * (
    sin(time * 0.9 + hang.y + at.x * 0.4) * 0.16 + sin(time * 1.7 + hang.y * 2.0 - hang.x * 2.2) * 0.07);
  at.x += hang.z * sway;
  at.z += hang.w * sway;
  tint = color * (1.0 + sway * 0.9);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec3 tint;
void main() {
  gl_FragColor = vec4(tint, 1.0);
  #include <colorspace_fragment>
}`;

/** Cloths as one geometry: colours, and how each corner hangs. */
export function buildCloths(cloths: readonly Cloth[]): BufferGeometry {
  const positions: number[] = [];
  const colours: number[] = [];
  const hangs: number[] = [];
  const indices: number[] = [];
  cloths.forEach(({ at, width, length, turn, upper, lower }, n) => {
    const first = positions.length / 3;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    for (let row = 0; row <= DOWN; row++) {
      const down = row / DOWN;
      for (let column = 0; column <= ACROSS; column++) {
        const across = (column / ACROSS - 0.5) * width;
        positions.push(at[0] + across * cos, at[1] - down * length, at[2] - across * sin);
        const fold = 0.93 + 0.07 * Math.cos(column * 2.6 + n);
        colours.push(...mix(upper, lower, down).map((one) => one * fold));
        hangs.push(down * length * 0.7, n * 1.7, sin, cos);
        if (row === DOWN || column === ACROSS) continue;
        const a = first + row * (ACROSS + 1) + column;
        const b = a + ACROSS + 1;
        indices.push(a, b, a + 1, b, b + 1, a + 1);
      }
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("color", new BufferAttribute(new Float32Array(colours), 3));
  geometry.setAttribute("hang", new BufferAttribute(new Float32Array(hangs), 4));
  geometry.setIndex(indices);
  return geometry;
}

/** Cloths in the wind: one draw call. */
export interface Cloths {
  readonly mesh: Mesh;
  setTime(seconds: number): void;
}

/** See {@link Cloths}. */
export function createCloths(cloths: readonly Cloth[]): Cloths {
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: { time },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
  });
  return {
    mesh: new Mesh(buildCloths(cloths), material),
    setTime(seconds) {
      time.value = seconds;
    },
  };
}
