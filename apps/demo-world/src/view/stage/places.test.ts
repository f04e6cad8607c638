import { type BufferGeometry, InstancedMesh, Mesh, PerspectiveCamera, Vector3 } from "three";
import { expect, test } from "vitest";
import { MAX_DRAW_CALLS, PEOPLE_DRAW_CALLS } from "../../sim/detail/draw-budget.ts";
import { GARAN } from "../../sim/place/garan.ts";
import { MINATO } from "../../sim/place/minato.ts";
import type { Box, PlaceSlug } from "../../sim/place/place.ts";
import { placeOf } from "../../sim/place/places.ts";
import { createWorld } from "../../sim/world/world.ts";
import { createCorridor } from "../corridor/scenery.ts";
import { HANGINGS } from "../garan/measures.ts";
import { createGaran } from "../garan/scenery.ts";
import { boothXs } from "../minato/measures.ts";
import { createMinato } from "../minato/scenery.ts";
import type { Frame, Scenery } from "./scenery.ts";

/** Held things, labels, shadows, those whose avatar has not come, the veil. */
const BESIDE_THE_PLACE = 10 + 4;

const MAKERS: Record<PlaceSlug, (detail: "full" | "reduced") => Scenery> = {
  minato: createMinato,
  garan: createGaran,
  corridor: createCorridor,
};

const made = new Map<PlaceSlug, Scenery>();
function sceneryOf(place: PlaceSlug): Scenery {
  const known = made.get(place);
  if (known !== undefined) return known;
  const scenery = MAKERS[place]("full");
  scenery.tell({ platform: undefined, locale: "en", imageUrl: () => "" });
  scenery.update(frameIn(place));
  scenery.group.updateMatrixWorld(true);
  made.set(place, scenery);
  return scenery;
}

const frameIn = (place: PlaceSlug): Frame => {
  const world = createWorld("minato", "Nagi", { kind: "own", id: "nagi" });
  world.place = place;
  const camera = new PerspectiveCamera();
  return {
    world,
    seconds: 0.016,
    driftTime: 1,
    camera,
    crossing: undefined,
    detail: "full",
    reducedMotion: false,
  };
};

function meshesOf({ group }: Scenery): Mesh[] {
  const meshes: Mesh[] = [];
  group.traverse((object) => {
    if (object instanceof Mesh && object.visible) meshes.push(object);
  });
  return meshes;
}

function isDrawn(scenery: Scenery, { minX, maxX, minZ, maxZ, height }: Box): boolean {
  const at = new Vector3();
  const slack = 0.35;
  return meshesOf(scenery).some((mesh) => {
    if (mesh instanceof InstancedMesh) return false;
    const position = (mesh.geometry as BufferGeometry).getAttribute("position");
    for (let i = 0; i < position.count; i++) {
      at.fromBufferAttribute(position, i).applyMatrix4(mesh.matrixWorld);
      const within =
        at.x > minX - slack && at.x < maxX + slack && at.z > minZ - slack && at.z < maxZ + slack;
      if (within && at.y > Math.min(0.3, height * 0.5) && at.y < height + 1) return true;
    }
    return false;
  });
}

test.each(["minato", "garan", "corridor"] as const)(
  "%s leaves draw calls for ten people",
  (place) => {
    const calls = meshesOf(sceneryOf(place)).length;
    expect(calls).toBeGreaterThan(4);
    expect(calls + PEOPLE_DRAW_CALLS + BESIDE_THE_PLACE).toBeLessThanOrEqual(MAX_DRAW_CALLS);
  },
);

test.each(["minato", "garan"] as const)(
  "in %s whatever one cannot walk through is drawn",
  (place) => {
    for (const solid of placeOf(place).solids) {
      expect(isDrawn(sceneryOf(place), solid), JSON.stringify(solid)).toBe(true);
    }
  },
);

test("no geometry holds a number that is none", () => {
  for (const place of ["minato", "garan", "corridor"] as const) {
    for (const mesh of meshesOf(sceneryOf(place))) {
      for (const name of ["position", "color"]) {
        const attribute = (mesh.geometry as BufferGeometry).getAttribute(name);
        if (attribute !== undefined) expect([...attribute.array].every(Number.isFinite)).toBe(true);
      }
    }
  }
});

test("pictures hang where the rules say one looks at them, and booths stand where one asks", () => {
  const artworks = GARAN.spots.filter(({ kind }) => kind === "artwork");
  expect(HANGINGS.map(({ spot }) => spot).sort()).toEqual(artworks.map(({ id }) => id).sort());
  for (const { spot, at, turn } of HANGINGS) {
    const stand = artworks.find(({ id }) => id === spot);
    const [dx, dz] = [(stand?.x ?? 0) - at[0], (stand?.z ?? 0) - at[2]];
    // The picture faces whoever stands there.
    expect(dx * Math.sin(turn) + dz * Math.cos(turn)).toBeGreaterThan(0.5);
  }
  expect(boothXs()).toEqual(MINATO.spots.filter(({ kind }) => kind === "booth").map(({ x }) => x));
});
