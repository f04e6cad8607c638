import {
  BackSide,
  BufferAttribute,
  Color,
  CylinderGeometry,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  ShaderMaterial,
  SphereGeometry,
  type Texture,
} from "three";
import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";
import { mix, type Rgb, smooth } from "../build/colour.ts";
import { DOORS, SEA } from "./look.ts";
import { TUBE } from "./measures.ts";

/** The water far away: bright above, dark below, warm in the west and cold in the east. */
export function createDeep(): Mesh {
  const geometry = new SphereGeometry(60, 32, 24);
  const position = geometry.getAttribute("position");
  const colours = new Float32Array(position.count * 3);
  for (let i = 0; i < position.count; i++) {
    const [x, y] = [position.getX(i) / 60, position.getY(i) / 60];
    const side: Rgb = mix(SEA.warm, SEA.cold, 0.42 + x * 0.5);
    const colour = mix(
      mix(SEA.deep, side, smooth(-0.45, 0.2, y)),
      SEA.up,
      smooth(0.12, 0.85, y) * 0.85,
    );
    colours.set(colour, i * 3);
  }
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  geometry.translate(CORRIDOR_LENGTH / 2, 2, 0);
  const material = new MeshBasicMaterial({ vertexColors: true, side: BackSide, depthWrite: false });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = -10;
  return mesh;
}

const VERTEX = /* glsl */ `
varying vec3 at;
varying vec2 round;
void main() {
  round = uv;
  vec4 placed = modelMatrix * vec4(position, 1.0);
  at = placed.xyz;
  gl_Position = projectionMatrix * viewMatrix * placed;
}`;

/** Lines of light as a moving sea throws them: where two wave pictures cross. */
const CAUSTICS = /* glsl */ `
float caustics(vec2 where) {
  vec2 a = texture2D(waves, where * 0.11 + time * vec2(0.021, 0.013)).xy - 0.5;
  vec2 b = texture2D(waves, where.yx * 0.13 - time * vec2(0.017, 0.023)).xy - 0.5;
  float crossed = abs(a.x + b.y) + abs(a.y - b.x);
  return pow(clamp(1.0 - crossed * 3.2, 0.0, 1.0), 2.5);
}`;

const GLASS = /* glsl */ `
uniform sampler2D waves;
uniform float time;
uniform vec3 warm;
uniform vec3 cold;
varying vec3 at;
varying vec2 round;
${CAUSTICS}
void main() {
  vec3 towards = normalize(cameraPosition - at);
  vec3 inwards = normalize(vec3(0.0, ${TUBE.y.toFixed(2)} - at.y, -at.z));
  float rim = pow(1.0 - abs(dot(towards, inwards)), 2.0);
  vec3 tint = mix(warm, cold, clamp(at.x / ${CORRIDOR_LENGTH.toFixed(1)}, 0.0, 1.0));
  float above = smoothstep(0.2, 3.5, at.y);
  float shine = caustics(vec2(at.x, round.x * 19.0)) * (0.25 + 0.6 * above);
  gl_FragColor = vec4(tint * (0.10 + rim * 0.3) + vec3(0.75, 1.0, 0.95) * shine * 0.34, 0.10 + rim * 0.22 + shine * 0.3);
  #include <colorspace_fragment>
}`;

const FLOOR = /* glsl */ `
uniform sampler2D waves;
uniform float time;
uniform vec3 warm;
uniform vec3 cold;
varying vec3 at;
${CAUSTICS}
void main() {
  float along = clamp(at.x / ${CORRIDOR_LENGTH.toFixed(1)}, 0.0, 1.0);
  vec3 tint = mix(warm, cold, along);
  vec3 stone = mix(vec3(0.04, 0.15, 0.18), vec3(0.03, 0.07, 0.19), along);
  float seam = smoothstep(0.02, 0.05, abs(fract(at.x / 2.134) - 0.1));
  vec3 towards = normalize(cameraPosition - at);
  float slant = pow(1.0 - max(towards.y, 0.0), 3.0);
  float ends = exp(-at.x * 0.35) + exp(-(${CORRIDOR_LENGTH.toFixed(1)} - at.x) * 0.35);
  vec3 colour = stone * (0.6 + 0.4 * seam) + tint * (0.05 + 0.55 * ends) * 0.6;
  colour += (tint * 0.5 + vec3(0.25, 0.5, 0.5)) * caustics(at.xz * 1.4) * 0.2;
  gl_FragColor = vec4(colour, mix(0.9, 0.55, slant));
  #include <colorspace_fragment>
}`;

/** Glass and floor, with the sea's light moving over them. */
export interface Water {
  readonly glass: Mesh;
  readonly floor: Mesh;
  setTime(seconds: number): void;
}

/** See {@link Water}. */
export function createWater(waves: Texture): Water {
  const time = { value: 0 };
  const uniforms = {
    time,
    waves: { value: waves },
    warm: { value: new Color(...DOORS.minato) },
    cold: { value: new Color(...DOORS.garan) },
  };
  const tube = new CylinderGeometry(TUBE.radius, TUBE.radius, CORRIDOR_LENGTH, 40, 1, true);
  tube.rotateZ(Math.PI / 2).translate(CORRIDOR_LENGTH / 2, TUBE.y, 0);
  const glass = new Mesh(
    tube,
    new ShaderMaterial({
      uniforms,
      vertexShader: VERTEX,
      fragmentShader: GLASS,
      side: BackSide,
      transparent: true,
      depthWrite: false,
    }),
  );
  glass.renderOrder = 3;
  const plane = new PlaneGeometry(CORRIDOR_LENGTH + 0.6, 5.2).rotateX(-Math.PI / 2);
  plane.translate(CORRIDOR_LENGTH / 2, 0, 0);
  const floor = new Mesh(
    plane,
    new ShaderMaterial({
      uniforms,
      vertexShader: VERTEX,
      fragmentShader: FLOOR,
      transparent: true,
    }),
  );
  floor.renderOrder = 1;
  return {
    glass,
    floor,
    setTime(seconds) {
      time.value = seconds;
    },
  };
}
