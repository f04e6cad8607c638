import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  Sphere,
  Vector3,
} from "three";
import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";
import { seeded } from "../build/random.ts";

const COUNT = 44;

const VERTEX = /* glsl */ `
attribute vec4 path; // how far along, height, how far out, speed
attribute vec2 form; // size, phase
uniform float time;
varying float deep;
void main() {
  float along = mod(path.x + time * path.w + 60.0, ${(CORRIDOR_LENGTH + 30).toFixed(1)}) - 15.0;
  float wag = sin(time * (3.0 + abs(path.w) * 3.0) + form.y * 6.0 + position.x * 3.0) * 0.16 * (0.6 - position.x);
  vec3 own = vec3(position.x * sign(path.w), position.y, wag) * form.x;
  vec3 at = vec3(along, path.y + sin(time * 0.4 + form.y * 9.0) * 0.35, path.z + sin(along * 0.23 + form.y * 4.0) * 0.8) + own;
  deep = clamp((abs(path.z) - 4.0) / 10.0, 0.0, 1.0);
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 near;
uniform vec3 far;
varying float deep;
void main() {
  gl_FragColor = vec4(mix(near, far, deep), 0.86 - 0.4 * deep);
  #include <colorspace_fragment>
}`;

/** A fish's outline, its nose at x = 0.5: a body, a tail, two fins. */
function outline(): BufferGeometry {
  const geometry = new BufferGeometry();
  const points = [
    [0.5, 0, 0],
    [0.2, 0.16, 0],
    [-0.15, 0.13, 0],
    [-0.38, 0.02, 0],
    [-0.15, -0.13, 0],
    [0.2, -0.15, 0],
    [-0.6, 0.18, 0],
    [-0.6, -0.18, 0],
    [0, 0.28, 0],
  ];
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(points.flat()), 3));
  geometry.setIndex([0, 1, 5, 1, 2, 5, 2, 4, 5, 2, 3, 4, 3, 6, 7, 1, 8, 2]);
  return geometry;
}

/** Silhouettes of fish around the tube, and one turtle's worth of larger ones far out: one draw call. */
export interface Fish {
  readonly mesh: Mesh;
  setTime(seconds: number): void;
}

/** See {@link Fish}. */
export function createFish(): Fish {
  const random = seeded(9);
  const shape = outline();
  const geometry = new InstancedBufferGeometry();
  geometry.index = shape.index;
  geometry.setAttribute("position", shape.getAttribute("position"));
  const [paths, forms]: [number[], number[]] = [[], []];
  for (let i = 0; i < COUNT; i++) {
    const school = Math.floor(i / 7);
    const side = school % 2 === 0 ? 1 : -1;
    const way = school % 3 === 0 ? -1 : 1;
    const big = i % 11 === 10;
    paths.push(
      school * 8.3 + random() * 5,
      0.2 + (school % 4) * 1.1 + random() * 1.3,
      side * (big ? 10 + random() * 4 : 4.6 + random() * 3.4),
      way * (0.5 + (school % 3) * 0.18 + random() * 0.06),
    );
    forms.push(big ? 2.2 : 0.45 + random() * 0.4, random());
  }
  geometry.setAttribute("path", new InstancedBufferAttribute(new Float32Array(paths), 4));
  geometry.setAttribute("form", new InstancedBufferAttribute(new Float32Array(forms), 2));
  geometry.instanceCount = COUNT;
  geometry.boundingSphere = new Sphere(new Vector3(), 1e4);
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: {
      time,
      near: { value: new Color(0.02, 0.1, 0.14) },
      far: { value: new Color(0.04, 0.16, 0.26) },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 0;
  return {
    mesh,
    setTime(seconds) {
      time.value = seconds;
    },
  };
}
