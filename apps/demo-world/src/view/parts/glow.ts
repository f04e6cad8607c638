import {
  AdditiveBlending,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  Sphere,
  Vector3,
} from "three";
import type { Rgb } from "../build/colour.ts";

/** A soft light in the air. */
export interface Glow {
  readonly at: readonly [number, number, number];
  readonly colour: Rgb;
  /** Its radius, in metres. */
  readonly size: number;
  /** How much it breathes, from 0 to 1. */
  readonly flicker?: number;
  /** How far it drifts about, in metres. */
  readonly drift?: number;
}

const VERTEX = /* glsl */ `
attribute vec3 place;
attribute vec3 tint;
attribute vec4 manner; // size, flicker, drift, phase
uniform float time;
varying vec2 across;
varying vec3 light;
void main() {
  across = position.xy * 2.0;
  float phase = manner.w;
  light = tint * (1.0 - manner.y * (0.5 + 0.5 * sin(time * (1.3 + phase * 0.21) + phase * 7.0)));
  vec3 at = place + manner.z * vec3(
    sin(time * 0.21 + phase * 5.0), sin(time * 0.17 + phase * 3.0), cos(time * 0.19 + phase * 4.0));
  vec4 seen = modelViewMatrix * vec4(at, 1.0);
  // Right before one's eyes a glow would be a disc.
  light *= smoothstep(1.0, 5.0, -seen.z);
  seen.xy += position.xy * 2.0 * manner.x;
  gl_Position = projectionMatrix * seen;
}`;

const FRAGMENT = /* glsl */ `
varying vec2 across;
varying vec3 light;
void main() {
  float distance = length(across);
  if (distance > 1.0) discard;
  float fall = 1.0 - distance;
  gl_FragColor = vec4(light * (fall * fall * 0.45 + pow(fall, 6.0) * 0.9), 1.0);
  #include <colorspace_fragment>
}`;

/** Every soft light of a place: one draw call, facing the camera, moved on by `time`. */
export interface Glows {
  readonly mesh: Mesh;
  setTime(seconds: number): void;
  /** Changes how bright one is. */
  setColour(index: number, colour: Rgb): void;
  dispose(): void;
}

/** See {@link Glows}. */
export function createGlows(glows: readonly Glow[]): Glows {
  const quad = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = quad.index;
  geometry.setAttribute("position", quad.getAttribute("position"));
  geometry.instanceCount = glows.length;
  geometry.setAttribute(
    "place",
    instanced(
      glows.flatMap(({ at }) => at),
      3,
    ),
  );
  const tint = instanced(
    glows.flatMap(({ colour }) => colour),
    3,
  );
  geometry.setAttribute("tint", tint);
  const manner = glows.flatMap(({ size, flicker = 0, drift = 0 }, i) => [
    size,
    flicker,
    drift,
    (i * 0.618_034) % 1,
  ]);
  geometry.setAttribute("manner", instanced(manner, 4));
  geometry.boundingSphere = new Sphere(new Vector3(), 1e4);
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: { time },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    fog: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 8;
  return {
    mesh,
    setTime(seconds) {
      time.value = seconds;
    },
    setColour(index, [r, g, b]) {
      tint.setXYZ(index, r, g, b);
      tint.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

const instanced = (numbers: readonly number[], size: number) =>
  new InstancedBufferAttribute(new Float32Array(numbers), size);
