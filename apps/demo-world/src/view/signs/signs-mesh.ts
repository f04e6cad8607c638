import { CanvasTexture, Mesh, MeshBasicMaterial, SRGBColorSpace } from "three";
import { SHARP } from "../build/texture.ts";
import type { Lighting } from "../light/lighting.ts";
import type { Brush } from "./letters.ts";
import { buildSigns, type Sign, signCorners } from "./sign.ts";
import { SIGNS_SIZE } from "./slot.ts";

/** All signs of a place: one draw call. They can be painted again, in another language or with other names. */
export interface SignsMesh {
  readonly mesh: Mesh;
  /** Upside down below the floor, for a polished floor to show. */
  readonly below: Mesh;
  paint(painter: (brush: Brush) => void): void;
  /** Draws only these signs, by their place in the list. */
  showOnly(shown: ReadonlySet<number>): void;
  dispose(): void;
}

/** See {@link SignsMesh}. Without a canvas (in a test) the signs stay blank. */
export function createSigns(signs: readonly Sign[], lighting: Lighting, sharp: boolean): SignsMesh {
  const geometry = buildSigns(signs, lighting);
  const canvas = typeof document === "undefined" ? undefined : document.createElement("canvas");
  const brush = canvas?.getContext("2d") ?? undefined;
  if (canvas !== undefined) {
    canvas.width = SIGNS_SIZE;
    canvas.height = SIGNS_SIZE;
  }
  const texture = canvas === undefined ? null : new CanvasTexture(canvas);
  if (texture !== null) {
    texture.colorSpace = SRGBColorSpace;
    texture.anisotropy = sharp ? SHARP : 1;
  }
  const material = new MeshBasicMaterial({ map: texture, vertexColors: true, alphaTest: 0.5 });
  const mesh = new Mesh(geometry, material);
  const below = new Mesh(geometry, material);
  below.scale.y = -1;
  below.renderOrder = -2;
  return {
    mesh,
    below,
    paint(painter) {
      if (brush === undefined || texture === null) return;
      brush.clearRect(0, 0, SIGNS_SIZE, SIGNS_SIZE);
      painter(brush);
      texture.needsUpdate = true;
    },
    showOnly(shown) {
      const index = geometry.getIndex();
      if (index === null) return;
      let count = 0;
      for (let sign = 0; sign < signs.length; sign++) {
        if (!shown.has(sign)) continue;
        for (const corner of signCorners(sign)) index.setX(count++, corner);
      }
      index.needsUpdate = true;
      geometry.setDrawRange(0, count);
    },
    dispose() {
      geometry.dispose();
      texture?.dispose();
      material.dispose();
    },
  };
}
