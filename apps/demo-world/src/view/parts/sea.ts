import { Color, Mesh, PlaneGeometry, ShaderMaterial, type Texture, Vector3, Vector4 } from "three";
import type { Rgb } from "../build/colour.ts";
import type { FloorArea } from "../light/light-map.ts";

const VERTEX = /* glsl */ `
varying vec3 at;
void main() {
  vec4 placed = modelMatrix * vec4(position, 1.0);
  at = placed.xyz;
  gl_Position = projectionMatrix * viewMatrix * placed;
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D waves;
uniform float time;
uniform vec3 sun;
uniform vec3 sunColour;
uniform vec3 zenith;
uniform vec3 horizon;
uniform vec3 deep;
uniform vec3 shallow;
uniform vec4 land;
varying vec3 at;
void main() {
  // Under the land there is no water: its polished floor looks down to the mirrored sky.
  if (at.x > land.x && at.x < land.y && at.z > land.z && at.z < land.w) discard;
  vec3 way = at - cameraPosition;
  float distance = length(way);
  vec3 towards = -way / distance;
  vec2 swell = texture2D(waves, at.xz * 0.021 + time * vec2(0.006, 0.011)).xy - 0.5;
  vec2 chop = texture2D(waves, at.zx * 0.083 - time * vec2(0.019, 0.013)).xy - 0.5;
  vec2 ripple = texture2D(waves, at.xz * 0.31 + time * vec2(-0.04, 0.05)).xy - 0.5;
  float near = 1.0 / (1.0 + distance * 0.02);
  vec2 slope = swell * 0.5 + chop * 0.55 + ripple * 0.4 * near;
  vec3 normal = normalize(vec3(slope.x, 1.0, slope.y));
  float facing = max(dot(normal, towards), 0.0);
  float fresnel = 0.03 + 0.97 * pow(1.0 - facing, 5.0);
  vec3 thrown = reflect(-towards, normal);
  thrown.y = abs(thrown.y);
  float aligned = max(dot(normalize(thrown), sun), 0.0);
  vec3 sky = mix(horizon, zenith, smoothstep(0.0, 0.55, thrown.y)) + sunColour * 0.35 * pow(aligned, 8.0);
  vec3 water = mix(deep, shallow, clamp(0.5 + slope.x * 1.6 + slope.y, 0.0, 1.0));
  // The road of light that leads to the sun.
  float under = dot(normalize(way.xz), normalize(sun.xz));
  float road = smoothstep(0.955, 1.0, under);
  float spark = smoothstep(0.2, 0.42, length(chop + ripple * 0.8 + swell * 0.4));
  vec3 colour = mix(water, sky, min(fresnel, 0.85));
  colour += sunColour * (pow(aligned, 160.0) * 1.6 + road * spark * (0.35 + 0.5 * smoothstep(10.0, 160.0, distance)));
  colour = mix(colour, horizon + sunColour * 0.3 * road, smoothstep(90.0, 430.0, distance) * 0.85);
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
}`;

/** The colours of a sea and of the sky over it. */
export interface SeaLook {
  readonly waves: Texture;
  readonly sun: Rgb;
  readonly sunColour: Rgb;
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  readonly deep: Rgb;
  readonly shallow: Rgb;
}

/** A sea: waves that wander, the sky in them, the sun's glitter. */
export interface Sea {
  readonly mesh: Mesh;
  setTime(seconds: number): void;
}

/** A sea around some land, at a height. */
export function createSea(look: SeaLook, land: FloorArea, height: number): Sea {
  const geometry = new PlaneGeometry(960, 960, 1, 1).rotateX(-Math.PI / 2);
  geometry.translate(0, height, 0);
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: {
      time,
      land: { value: new Vector4(land.minX, land.maxX, land.minZ, land.maxZ) },
      waves: { value: look.waves },
      sun: { value: new Vector3(...look.sun) },
      sunColour: { value: new Color(...look.sunColour) },
      zenith: { value: new Color(...look.zenith) },
      horizon: { value: new Color(...look.horizon) },
      deep: { value: new Color(...look.deep) },
      shallow: { value: new Color(...look.shallow) },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = -5;
  return {
    mesh,
    setTime(seconds) {
      time.value = seconds;
    },
  };
}
