import {
  CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  SRGBColorSpace,
} from "three";
import { ATLAS, createSlotBook, type LabelKind, labelSlot, roomFor } from "./label-atlas.ts";
import { paintName, paintSaid } from "./paint-label.ts";

const VERTEX = /* glsl */ `
attribute vec3 place;
attribute vec4 part; // of the atlas: left, top, width, height
attribute vec2 size;
varying vec2 where;
varying float shown;
void main() {
  where = vec2(part.x + (position.x + 0.5) * part.z, 1.0 - part.y - (0.5 - position.y) * part.w);
  vec4 seen = modelViewMatrix * vec4(place, 1.0);
  float distance = -seen.z;
  float scale = clamp(distance / 7.0, 0.85, 2.6);
  shown = 1.0 - smoothstep(20.0, 28.0, distance);
  seen.xy += vec2(position.x, position.y + 0.5) * size * scale;
  gl_Position = projectionMatrix * seen;
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D atlas;
varying vec2 where;
varying float shown;
void main() {
  vec4 painted = texture2D(atlas, where);
  float alpha = painted.a * shown;
  if (alpha < 0.03) discard;
  gl_FragColor = vec4(painted.rgb, alpha);
  #include <colorspace_fragment>
}`;

const MOST = roomFor("name") + roomFor("said");
/** In metres. */
const SIZES = { name: { width: 0.92, height: 0.23 }, said: { width: 1.72, height: 0.43 } } as const;

/** Names and what is said, over people's heads: one draw call. */
export interface Labels {
  readonly mesh: Mesh;
  begin(): void;
  /** Shows a text with its lower edge there. Where there is no room for one more, it is left out. */
  add(kind: LabelKind, person: number, text: string, x: number, y: number, z: number): void;
  end(): void;
  release(person: number): void;
  dispose(): void;
}

/** See {@link Labels}. */
export function createLabels(): Labels {
  const books = { name: createSlotBook(roomFor("name")), said: createSlotBook(roomFor("said")) };
  const canvas = typeof document === "undefined" ? undefined : document.createElement("canvas");
  if (canvas !== undefined) Object.assign(canvas, ATLAS);
  const brush = canvas?.getContext("2d") ?? undefined;
  const texture = canvas === undefined ? null : new CanvasTexture(canvas);
  if (texture !== null) texture.colorSpace = SRGBColorSpace;
  const quad = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = quad.index;
  geometry.setAttribute("position", quad.getAttribute("position"));
  const place = changing(3);
  const part = changing(4);
  const size = changing(2);
  geometry.setAttribute("place", place);
  geometry.setAttribute("part", part);
  geometry.setAttribute("size", size);
  const material = new ShaderMaterial({
    uniforms: { atlas: { value: texture } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 20;
  let count = 0;

  function paint(kind: LabelKind, number: number, text: string): void {
    if (brush === undefined || texture === null) return;
    const slot = labelSlot(kind, number);
    if (kind === "name") paintName(brush, slot, text);
    else paintSaid(brush, slot, text);
    texture.needsUpdate = true;
  }

  return {
    mesh,
    begin() {
      count = 0;
    },
    add(kind, person, text, x, y, z) {
      const taken = books[kind].take(person, text);
      if (taken === undefined || count >= MOST) return;
      if (taken.isNew) paint(kind, taken.number, text);
      const slot = labelSlot(kind, taken.number);
      place.setXYZ(count, x, y, z);
      part.setXYZW(
        count,
        slot.x / ATLAS.width,
        slot.y / ATLAS.height,
        slot.width / ATLAS.width,
        slot.height / ATLAS.height,
      );
      size.setXY(count, SIZES[kind].width, SIZES[kind].height);
      count++;
    },
    end() {
      geometry.instanceCount = count;
      mesh.visible = count > 0;
      for (const attribute of [place, part, size]) attribute.needsUpdate = true;
    },
    release(person) {
      books.name.release(person);
      books.said.release(person);
    },
    dispose() {
      geometry.dispose();
      texture?.dispose();
      material.dispose();
    },
  };
}

function changing(itemSize: number): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(new Float32Array(MOST * itemSize), itemSize);
  return attribute.setUsage(DynamicDrawUsage);
}
