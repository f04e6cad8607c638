import { Color, Mesh, PlaneGeometry, ShaderMaterial } from "three";
import type { Rgb } from "../build/colour.ts";

/** Seconds from all light to none. */
const SECONDS = 0.9;

/** A veil of light over the whole picture, when one steps from one place into another. */
export interface Veil {
  readonly mesh: Mesh;
  /** Drops the veil in a colour; it lifts by itself. */
  drop(colour: Rgb): void;
  update(seconds: number): void;
}

/** See {@link Veil}. It costs nothing while it is lifted. */
export function createVeil(): Veil {
  const uniforms = { colour: { value: new Color() }, strength: { value: 0 } };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: "void main() { gl_Position = vec4(position.xy * 2.0, 0.0, 1.0); }",
    fragmentShader: `uniform vec3 colour; uniform float strength;
      void main() { gl_FragColor = vec4(colour, strength);
      #include <colorspace_fragment>
      }`,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
  const mesh = new Mesh(new PlaneGeometry(1, 1), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 100;
  mesh.visible = false;
  return {
    mesh,
    drop(colour) {
      uniforms.colour.value.setRGB(...colour);
      uniforms.strength.value = 1;
      mesh.visible = true;
    },
    update(seconds) {
      uniforms.strength.value = Math.max(0, uniforms.strength.value - seconds / SECONDS);
      mesh.visible = uniforms.strength.value > 0;
    },
  };
}
