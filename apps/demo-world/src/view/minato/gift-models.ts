import { BufferAttribute, BufferGeometry, Mesh, type MeshBasicMaterial } from "three";
import type { Gift } from "../../sim/protocol/platform.ts";
import type { HeldModel } from "../items/flatten.ts";
import { readModel } from "../items/read-model.ts";
import { lightAt } from "../light/light-at.ts";
import { TABLE } from "./gift-table.ts";
import { MINATO_LIGHT } from "./light.ts";

/** How many gifts there is room for on the table. */
export const GIFT_PLACES = 6;

/** Where gift `i` lies: on its cushion. */
export const giftPlace = (i: number) => ({
  x: TABLE.x - 0.95 + i * 0.38,
  y: TABLE.top + 0.05,
  z: TABLE.z + (i % 2 === 0 ? 0.16 : -0.14),
});

/** The platform's gifts as they lie on the table, in one mesh; those whose model does not come are left out. */
export async function loadGifts(
  gifts: readonly Gift[],
  urlOf: (cid: string) => string,
  material: MeshBasicMaterial,
): Promise<Mesh> {
  const models = await Promise.all(
    gifts.slice(0, GIFT_PLACES).map(({ model }) => readModel(urlOf(model)).catch(() => undefined)),
  );
  return new Mesh(layOut(models), material);
}

/** Puts models onto their cushions, their colours in the hall's light. */
export function layOut(models: readonly (HeldModel | undefined)[]): BufferGeometry {
  const positions: number[] = [];
  const colours: number[] = [];
  const light: [number, number, number] = [1, 1, 1];
  for (const [i, model] of models.entries()) {
    // A picture cannot lie in corners' colours: such a model is shown only in the hand.
    if (model === undefined || model.material.map !== null) continue;
    const at = giftPlace(i);
    const [position, normal, colour] = ["position", "normal", "color"].map((name) =>
      model.geometry.getAttribute(name),
    );
    if (position === undefined || normal === undefined || colour === undefined) continue;
    for (let n = 0; n < position.count; n++) {
      const [x, y, z] = [
        position.getX(n) + at.x,
        position.getY(n) + at.y + model.height / 2,
        position.getZ(n) + at.z,
      ];
      positions.push(x, y, z);
      lightAt(MINATO_LIGHT, x, y, z, normal.getX(n), normal.getY(n), normal.getZ(n), light);
      colours.push(
        colour.getX(n) * (light[0] * 0.8 + 0.3),
        colour.getY(n) * (light[1] * 0.8 + 0.3),
        colour.getZ(n) * (light[2] * 0.8 + 0.3),
      );
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("color", new BufferAttribute(new Float32Array(colours), 3));
  return geometry;
}
