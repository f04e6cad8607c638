import { Mesh, PlaneGeometry, ShaderMaterial, type Texture } from "three";
import type { Rgb } from "../build/colour.ts";
import { type FloorArea, LIGHT_RANGE } from "../light/light-map.ts";

const VERTEX = /* glsl */ `
varying vec2 part;
varying vec3 at;
void main() {
  part = vec2(uv.x, 1.0 - uv.y);
  vec4 placed = modelMatrix * vec4(position, 1.0);
  at = placed.xyz;
  gl_Position = projectionMatrix * viewMatrix * placed;
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D light;
uniform sampler2D tile;
uniform float metres;
uniform float polish;
uniform vec3 sheen;
varying vec2 part;
varying vec3 at;
void main() {
  vec3 own = texture2D(tile, at.xz / metres).rgb;
  float broad = texture2D(tile, at.xz / (metres * 7.3)).g;
  vec3 colour = own * (0.82 + 0.36 * broad / max(0.05, own.g + broad) ) * texture2D(light, part).rgb * ${LIGHT_RANGE.toFixed(1)};
  vec3 towards = normalize(cameraPosition - at);
  float slant = pow(1.0 - max(towards.y, 0.0), 3.0);
  float mirror = polish * (0.1 + 0.9 * slant);
  gl_FragColor = vec4(colour + sheen * slant * (0.4 + own.g), 1.0 - mirror);
  #include <colorspace_fragment>
}`;

/** What a floor is made of. */
export interface FloorLook {
  readonly area: FloorArea;
  /** The light on it: {@link paintLight}. */
  readonly light: Texture;
  /** A tile of its material, and how many metres one covers. */
  readonly tile: Texture;
  readonly metres: number;
  /** How much of what lies mirrored below it shows through, from 0 to 1. */
  readonly polish: number;
  /** Light that it throws back at a slant. */
  readonly sheen: Rgb;
}

/**
 * A floor that one can see through a little, more so at a slant. What stands on it is drawn once more below, upside
 * down: a mirror without a second picture.
 */
export function createPolishedFloor({ area, light, tile, metres, polish, sheen }: FloorLook): Mesh {
  const { minX, maxX, minZ, maxZ } = area;
  const geometry = new PlaneGeometry(maxX - minX, maxZ - minZ).rotateX(-Math.PI / 2);
  geometry.translate((minX + maxX) / 2, 0, (minZ + maxZ) / 2);
  const material = new ShaderMaterial({
    uniforms: {
      light: { value: light },
      tile: { value: tile },
      metres: { value: metres },
      polish: { value: polish },
      sheen: { value: sheen },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: polish > 0,
  });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = 1;
  return mesh;
}
