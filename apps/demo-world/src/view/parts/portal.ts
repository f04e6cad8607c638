import { CircleGeometry, Color, DoubleSide, Mesh, ShaderMaterial } from "three";
import type { Rgb } from "../build/colour.ts";

const VERTEX = /* glsl */ `
varying vec2 across;
void main() {
  across = position.zy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform float time;
uniform float open;
uniform float held;
uniform vec3 near;
uniform vec3 far;
uniform float radius;
varying vec2 across;
void main() {
  float distance = length(across) / radius;
  float angle = atan(across.y, across.x);
  float turn = angle + time * 0.12 + (1.0 - distance) * (2.2 + open);
  float silk = 0.5 + 0.5 * sin(turn * 5.0 + sin(distance * 9.0 - time * 0.9) * 1.3);
  float fine = 0.5 + 0.5 * sin(turn * 13.0 - distance * 14.0 + time * 0.6);
  float rim = smoothstep(0.55, 1.0, distance);
  float heart = 1.0 - smoothstep(0.0, 0.75, distance);
  vec3 colour = mix(far, near, rim * (0.45 + 0.55 * silk) + 0.22 * silk * fine);
  // Open, its heart is all light.
  vec3 dawn = mix(vec3(1.0, 0.98, 0.9), near, smoothstep(0.2, 1.0, distance));
  colour = mix(colour, dawn, open * (0.25 + 0.75 * heart + 0.25 * fine));
  // Held up: amber, and calm.
  colour = mix(colour, vec3(1.0, 0.45, 0.08) * (0.3 + 0.4 * rim + 0.2 * silk), held * 0.92);
  gl_FragColor = vec4(colour, mix(0.72, 0.94, max(rim, open)));
  #include <colorspace_fragment>
}`;

/** The film of light in a gate. */
export interface Portal {
  readonly mesh: Mesh;
  /** Upside down below the floor, for a polished floor to show. */
  readonly below: Mesh;
  /** `open` from 0 (a film) to 1 (a way through); `held` makes it amber. */
  set(seconds: number, open: number, held?: boolean): void;
  dispose(): void;
}

/** A film of light across the x axis, `near` its colour at the rim and `far` in the middle. */
export function createPortal(
  at: readonly [number, number, number],
  radius: number,
  near: Rgb,
  far: Rgb,
): Portal {
  const geometry = new CircleGeometry(radius, 48).rotateY(Math.PI / 2);
  const uniforms = {
    time: { value: 0 },
    open: { value: 0 },
    held: { value: 0 },
    radius: { value: radius },
    near: { value: new Color(...near) },
    far: { value: new Color(...far) },
  };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
  });
  const mesh = new Mesh(geometry, material);
  mesh.position.set(...at);
  mesh.renderOrder = 6;
  const below = new Mesh(geometry, material);
  below.position.set(at[0], -at[1], at[2]);
  below.scale.y = -1;
  below.renderOrder = -1;
  return {
    mesh,
    below,
    set(seconds, open, held = false) {
      uniforms.held.value = held ? 1 : 0;
      uniforms.time.value = seconds;
      uniforms.open.value = open;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
