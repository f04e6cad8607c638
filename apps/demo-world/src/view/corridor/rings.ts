import { Color, Group, InstancedMesh, Matrix4, MeshBasicMaterial, TorusGeometry } from "three";
import type { Bead } from "../../sim/crossing/beads.ts";
import { createSigns, type SignsMesh } from "../signs/signs-mesh.ts";
import { CORRIDOR_LIGHT } from "./light.ts";
import { RING_COLOURS } from "./look.ts";
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
  dispose(): void;
}

/** See {@link Rings}. Two draw calls: the rings and their signs. */
export function createRings(): Rings {
  const group = new Group();
  const geometry = new TorusGeometry(RING, 0.075, 8, 72).rotateY(Math.PI / 2);
  const material = new MeshBasicMaterial();
  const mesh = new InstancedMesh(geometry, material, MOST_RINGS);
  mesh.frustumCulled = false;
  group.add(mesh);
  const shown = Array.from({ length: MOST_RINGS }, () => new Color(...RING_COLOURS.waiting));
  const wanted = new Color();
  const matrix = new Matrix4();
  let signs: SignsMesh | undefined;
  let layout = "";
  let written = "";

  function arrange(count: number, way: 1 | -1): void {
    for (let i = 0; i < count; i++) {
      mesh.setMatrixAt(i, matrix.makeTranslation(ringX(i, count, way), TUBE.y + 0.25, 0));
    }
    mesh.count = count;
    mesh.instanceMatrix.needsUpdate = true;
    if (signs !== undefined) {
      group.remove(signs.mesh);
      signs.dispose();
    }
    signs = createSigns(ringSigns(count, way), CORRIDOR_LIGHT);
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
      for (let i = 0; i < count; i++) {
        const state = beads[i]?.state ?? "waiting";
        const pulse = state === "now" ? 0.55 + 0.35 * Math.sin(time * 3.4) : 1;
        wanted.setRGB(...RING_COLOURS[state]).multiplyScalar(pulse);
        const colour = shown[i] ?? wanted;
        colour.lerp(wanted, Math.min(1, CHANGE * seconds));
        mesh.setColorAt(i, colour);
      }
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      mesh.dispose();
      signs?.dispose();
    },
  };
}
