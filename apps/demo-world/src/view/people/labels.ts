import {
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
} from "three";
import type { Camera } from "../../sim/camera/camera.ts";
import { cameraAxes } from "../../sim/camera/seen.ts";
import { chooseLabels } from "../../sim/labels/choose-labels.ts";
import { FARTHEST_LABEL, type Label, labelBox, labelScale } from "../../sim/labels/label-box.ts";
import { ATLAS, createSlotBook, type LabelKind, labelSlot, roomFor } from "./label-atlas.ts";
import { createSheet } from "./label-sheet.ts";

const VERTEX = /* glsl */ `
attribute vec3 place;
attribute vec4 part; // of the atlas: left, top, width, height
attribute vec3 look; // width and height in metres, and how much of it is shown
varying vec2 where;
varying float shown;
void main() {
  where = vec2(part.x + (position.x + 0.5) * part.z, 1.0 - part.y - (0.5 - position.y) * part.w);
  vec4 seen = modelViewMatrix * vec4(place, 1.0);
  shown = look.z;
  seen.xy += vec2(position.x, position.y + 0.5) * look.xy;
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

/** How much of its height a label's paint takes. */
const FILLED = { name: 0.8, said: 1 } as const;
/** What is shown before the rest: what somebody says, then names. */
const RANKS = { said: 0, name: 1 } as const;
/** How fast a label comes and goes, per second. */
const FADE = 6;

/** Names and what is said, over people's heads: one draw call. */
export interface Labels {
  readonly mesh: Mesh;
  begin(): void;
  /** A text with its lower edge there. Where there is no room for one more, it is left out. */
  add(kind: LabelKind, person: number, text: string, x: number, y: number, z: number): void;
  /** Shows of what was added what the rules choose for somebody who stands there and looks through the camera. */
  end(camera: Camera, at: { x: number; z: number }, seconds: number): void;
  release(person: number): void;
  dispose(): void;
}

interface Wanted extends Label {
  readonly kind: LabelKind;
  readonly slot: number;
}

/** See {@link Labels}. */
export function createLabels(): Labels {
  const books = { name: createSlotBook(roomFor("name")), said: createSlotBook(roomFor("said")) };
  const sheet = createSheet();
  const quad = new PlaneGeometry(1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = quad.index;
  geometry.setAttribute("position", quad.getAttribute("position"));
  const place = changing(3);
  const part = changing(4);
  const look = changing(3);
  geometry.setAttribute("place", place);
  geometry.setAttribute("part", part);
  geometry.setAttribute("look", look);
  const material = new ShaderMaterial({
    uniforms: { atlas: { value: sheet.texture } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 20;
  const wanted: Wanted[] = [];
  let chosen: ReadonlySet<number> = new Set();
  /** How much of a label is shown now, from 0 to 1. */
  const shown = new Map<number, number>();

  function put(index: number, { kind, slot, x, y, z }: Wanted, scale: number, how: number): void {
    const { x: left, y: top, width, height } = labelSlot(kind, slot);
    const size = SIZES[kind];
    place.setXYZ(index, x, y, z);
    part.setXYZW(
      index,
      left / ATLAS.width,
      top / ATLAS.height,
      width / ATLAS.width,
      height / ATLAS.height,
    );
    look.setXYZ(index, size.width * scale, size.height * scale, how);
  }

  return {
    mesh,
    begin() {
      wanted.length = 0;
    },
    add(kind, person, text, x, y, z) {
      const taken = books[kind].take(person, text);
      if (taken === undefined) return;
      const { number, isNew } = taken;
      if (isNew) sheet.paint(kind, number, text);
      const size = SIZES[kind];
      const id = 2 * person + RANKS[kind];
      const width = size.width * sheet.filled(kind, number);
      const height = size.height * FILLED[kind];
      wanted.push({ id, rank: RANKS[kind], kind, slot: number, x, y, z, width, height });
    },
    end(camera, at, seconds) {
      const axes = cameraAxes(camera, at);
      let count = 0;
      if (axes !== undefined) {
        const boxes = wanted.map((label) => labelBox(camera, axes, label));
        chosen = chooseLabels(boxes, FARTHEST_LABEL, chosen);
        for (const [i, label] of wanted.entries()) {
          const goal = chosen.has(label.id) ? 1 : 0;
          const now = shown.get(label.id) ?? 0;
          const next = now + Math.min(Math.max(goal - now, -FADE * seconds), FADE * seconds);
          shown.set(label.id, next);
          if (next > 0) put(count++, label, labelScale(boxes[i]?.depth ?? 0), next);
        }
      }
      geometry.instanceCount = count;
      mesh.visible = count > 0;
      for (const attribute of [place, part, look]) attribute.needsUpdate = true;
    },
    release(person) {
      for (const kind of ["name", "said"] as const) {
        books[kind].release(person);
        shown.delete(2 * person + RANKS[kind]);
      }
    },
    dispose() {
      geometry.dispose();
      sheet.texture?.dispose();
      material.dispose();
    },
  };
}

function changing(itemSize: number): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(new Float32Array(MOST * itemSize), itemSize);
  return attribute.setUsage(DynamicDrawUsage);
}
