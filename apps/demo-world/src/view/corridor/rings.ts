import {
  AdditiveBlending,
  Color,
  Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  TorusGeometry,
} from "three";
import type { Camera } from "../../sim/camera/camera.ts";
import { cameraAxes } from "../../sim/camera/seen.ts";
import type { Bead } from "../../sim/crossing/beads.ts";
import { chooseRow } from "../../sim/labels/choose-labels.ts";
import { FARTHEST_LABEL, type Label, plateBox } from "../../sim/labels/label-box.ts";
import { createSigns, type SignsMesh } from "../signs/signs-mesh.ts";
import { CORRIDOR_LIGHT } from "./light.ts";
import { HELD_UP, RING_COLOURS } from "./look.ts";
import { MOST_RINGS, RING, ringX, TUBE } from "./measures.ts";
import { paintRingSigns, ringSigns } from "./ring-signs.ts";

/** How fast a ring changes its light, per second. */
const CHANGE = 2.5;

/** The rings one walks through, one for each step of the crossing, with what they stand for over them. */
export interface Rings {
  readonly group: Group;
  update(
    beads: readonly Bead[],
    way: 1 | -1,
    time: number,
    seconds: number,
    locale: "en" | "ja",
  ): void;
  /** Shows the plates that the rules choose for somebody who stands there and looks through the camera. */
  lookFrom(camera: Camera, at: { x: number; z: number }): void;
  dispose(): void;
}

/** See {@link Rings}. Three draw calls: the rings, their shine and their signs. */
export function createRings(sharp: boolean): Rings {
  const group = new Group();
  const geometry = new TorusGeometry(RING, 0.05, 8, 72).rotateY(Math.PI / 2);
  const material = new MeshBasicMaterial();
  const mesh = new InstancedMesh(geometry, material, MOST_RINGS);
  // Around each ring its light in the water.
  const shineGeometry = new TorusGeometry(RING, 0.19, 8, 60).rotateY(Math.PI / 2);
  const shineMaterial = new MeshBasicMaterial({
    transparent: true,
    opacity: 0.2,
    depthWrite: false,
    blending: AdditiveBlending,
  });
  const shine = new InstancedMesh(shineGeometry, shineMaterial, MOST_RINGS);
  shine.renderOrder = 5;
  for (const one of [mesh, shine]) {
    one.frustumCulled = false;
    group.add(one);
  }
  const shown = Array.from({ length: MOST_RINGS }, () => new Color(...RING_COLOURS.waiting));
  const wanted = new Color();
  const matrix = new Matrix4();
  let signs: SignsMesh | undefined;
  let plates: readonly Label[] = [];
  let layout = "";
  let written = "";

  function arrange(count: number, way: 1 | -1): void {
    for (let i = 0; i < count; i++) {
      matrix.makeTranslation(ringX(i, count, way), TUBE.y + 0.25, 0);
      mesh.setMatrixAt(i, matrix);
      shine.setMatrixAt(i, matrix);
    }
    for (const one of [mesh, shine]) {
      one.count = count;
      one.instanceMatrix.needsUpdate = true;
    }
    if (signs !== undefined) {
      group.remove(signs.mesh);
      signs.dispose();
    }
    const all = ringSigns(count, way);
    signs = createSigns(all, CORRIDOR_LIGHT, sharp);
    plates = all.map(({ at: [x, y, z], width, height }, id) => ({
      id,
      rank: 0,
      x,
      y: y - height / 2,
      z,
      width,
      height,
    }));
    group.add(signs.mesh);
  }

  return {
    group,
    update(beads, way, time, seconds, locale) {
      const count = Math.min(beads.length, MOST_RINGS);
      const nextLayout = `${count}/${way}`;
      if (nextLayout !== layout) {
        layout = nextLayout;
        written = "";
        arrange(count, way);
      }
      const text = `${locale}${JSON.stringify(beads)}`;
      if (text !== written) {
        written = text;
        signs?.paint((brush) => paintRingSigns(brush, beads, locale));
      }
      const isHeld = beads.some(({ state }) => state === "held");
      for (let i = 0; i < count; i++) {
        const state = beads[i]?.state ?? "waiting";
        const pulse = state === "now" ? 0.55 + 0.35 * Math.sin(time * 3.4) : 1;
        wanted.setRGB(...(isHeld && state === "done" ? HELD_UP : RING_COLOURS[state]));
        wanted.multiplyScalar(pulse);
        const colour = shown[i] ?? wanted;
        colour.lerp(wanted, Math.min(1, CHANGE * seconds));
        mesh.setColorAt(i, colour);
        shine.setColorAt(i, colour);
      }
      for (const { instanceColor } of [mesh, shine]) {
        if (instanceColor !== null) instanceColor.needsUpdate = true;
      }
    },
    lookFrom(camera, at) {
      const axes = cameraAxes(camera, at);
      if (axes === undefined) return;
      const boxes = plates.map((plate) => plateBox(camera, axes, plate));
      signs?.showOnly(chooseRow(boxes, FARTHEST_LABEL));
    },
    dispose() {
      for (const one of [geometry, material, mesh, shineGeometry, shineMaterial, shine])
        one.dispose();
      signs?.dispose();
    },
  };
}
