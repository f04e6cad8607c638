import { BufferAttribute, type BufferGeometry, Mesh, ShaderMaterial } from "three";

const VERTEX = /* glsl */ `
attribute vec3 color;
attribute float phase;
uniform float time;
varying vec3 tint;
void main() {
  vec3 at = position;
  at.y += sin(time * 0.55 + phase) * 0.16;
  at.x += sin(time * 0.31 + phase * 1.7) * 0.1;
  at.z += cos(time * 0.27 + phase * 2.3) * 0.1;
  tint = color * (0.94 + 0.06 * sin(time * 1.9 + phase * 3.0));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec3 tint;
void main() {
  gl_FragColor = vec4(tint, 1.0);
  #include <colorspace_fragment>
}`;

/** Things that float in the air: one draw call. */
export interface Floaters {
  readonly mesh: Mesh;
  readonly below: Mesh;
  setTime(seconds: number): void;
}

/** Lets everything in a geometry float; what is within a metre of a middle floats together. */
export function createFloaters(
  geometry: BufferGeometry,
  middles: readonly (readonly [number, number, number])[],
): Floaters {
  const position = geometry.getAttribute("position");
  const phases = new Float32Array(position.count);
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)];
    const nearest = middles.findIndex(([mx, , mz]) => Math.hypot(mx - x, mz - z) < 0.6);
    phases[i] = nearest * 1.9;
  }
  geometry.setAttribute("phase", new BufferAttribute(phases, 1));
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: { time },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(geometry, material);
  const below = new Mesh(geometry, material);
  below.scale.y = -1;
  below.renderOrder = -2;
  return {
    mesh,
    below,
    setTime(seconds) {
      time.value = seconds;
    },
  };
}
