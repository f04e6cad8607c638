import { Color, DirectionalLight, Group, HemisphereLight, Mesh } from "three";
import { type Bead, crossingBeads } from "../../sim/crossing/beads.ts";
import type { Crossing } from "../../sim/crossing/crossing.ts";
import type { Detail } from "../../sim/detail/detail.ts";
import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";
import { createAssembly } from "../build/assembly.ts";
import { rgb } from "../build/colour.ts";
import { seeded } from "../build/random.ts";
import { dataTexture } from "../build/texture.ts";
import { bakedMaterial } from "../parts/baked.ts";
import { createBeam } from "../parts/beam.ts";
import { createGlows, type Glow } from "../parts/glow.ts";
import { disposeAll } from "../parts/mirrored.ts";
import { createPortal } from "../parts/portal.ts";
import { paintWaves } from "../parts/wave-tile.ts";
import type { Scenery } from "../stage/scenery.ts";
import { createFish } from "./fish.ts";
import { CORRIDOR_LIGHT } from "./light.ts";
import { DOORS, SEA } from "./look.ts";
import { TUBE } from "./measures.ts";
import { createRings } from "./rings.ts";
import { addSeabed, addTunnel } from "./tunnel.ts";
import { createDeep, createWater } from "./water.ts";

const OPENING = 1.2;
/** The shine of the doors: Minato's, Garan's, and of one that has to wait. */
const WARM_SHINE = rgb("#ffce8f", 0.32);
const COLD_SHINE = rgb("#7da8ff", 0.36);
const HELD_SHINE = rgb("#ffa030", 0.3);

/** The way under the sea, drawn. */
export function createCorridor(detail: Detail): Scenery {
  const group = new Group();
  const assembly = createAssembly();
  addTunnel(assembly);
  addSeabed(assembly);
  const built = new Mesh(assembly.bake(CORRIDOR_LIGHT), bakedMaterial());
  const waves = dataTexture(paintWaves(128), 128, 128, { repeat: true, data: true });
  const water = createWater(waves);
  const fish = createFish();
  const rings = createRings(detail === "full");
  const glows = createGlows(corridorGlows());
  const doors = [
    {
      leadsTo: "minato",
      portal: createPortal([0.42, TUBE.y + 0.4, 0], 2.42, DOORS.minato, rgb("#b56a3c")),
    },
    {
      leadsTo: "garan",
      portal: createPortal(
        [CORRIDOR_LENGTH - 0.42, TUBE.y + 0.4, 0],
        2.42,
        DOORS.garan,
        rgb("#24408f"),
      ),
    },
  ] as const;
  group.add(createDeep(), built, fish.mesh, water.floor, rings.group, glows.mesh);
  // Glass and shafts of light cover the whole picture: too much for a processor that draws.
  if (detail === "full") group.add(water.glass, ...lightShafts());
  group.add(...doors.map(({ portal }) => portal.mesh), ...lights());
  let locale: "en" | "ja" = "en";
  let seen: Crossing | undefined;
  let beads: readonly Bead[] = crossingBeads(undefined);
  const opened = [0, 0];
  let wasHeld = false;
  return {
    group,
    background: new Color(...SEA.deep),
    tell(news) {
      locale = news.locale;
    },
    update({ driftTime, seconds, world, crossing }) {
      // A crossing is a value: another one is another object.
      if (crossing !== seen) {
        seen = crossing;
        beads = crossingBeads(crossing);
      }
      rings.update(beads, crossing?.from === "garan" ? -1 : 1, driftTime, seconds, locale);
      rings.lookFrom(world.camera, world.me);
      for (const [i, { leadsTo, portal }] of doors.entries()) {
        const wanted = world.open.has(leadsTo) ? 1 : 0;
        const now = opened[i] ?? 0;
        opened[i] = now + Math.min(Math.max(wanted - now, -OPENING * seconds), OPENING * seconds);
        const held = crossing?.phase === "parked" && crossing.to === leadsTo;
        portal.set(driftTime, opened[i] ?? 0, held);
      }
      const isHeld = crossing?.phase === "parked";
      if (isHeld !== wasHeld) {
        wasHeld = isHeld;
        glows.setColour(0, isHeld && crossing?.to === "minato" ? HELD_SHINE : WARM_SHINE);
        glows.setColour(1, isHeld && crossing?.to === "garan" ? HELD_SHINE : COLD_SHINE);
      }
      water.setTime(driftTime);
      fish.setTime(driftTime);
      glows.setTime(driftTime);
    },
    dispose() {
      waves.dispose();
      rings.dispose();
      disposeAll(group);
    },
  };
}

/** Daylight that comes down through the water on both sides. */
function lightShafts(): Mesh[] {
  const shafts = [
    [5, -8.5, 1.5],
    [13, 8, 2],
    [20, -9.5, 1.8],
  ] as const;
  return shafts.map(([x, z, half]) =>
    createBeam({ x, z, half, y: 15 }, [-0.2, 0.95, 0.1], rgb("#8fe0dc", 0.05)),
  );
}

/** Bubbles that drift, and the shine of both doors. */
function corridorGlows(): Glow[] {
  const random = seeded(33);
  const bubbles = Array.from(
    { length: 50 },
    (): Glow => ({
      at: [
        random() * CORRIDOR_LENGTH,
        0.2 + random() * 4,
        (random() < 0.5 ? -1 : 1) * (3.2 + random() * 3),
      ],
      colour: rgb("#bff2ee", 0.4),
      size: 0.03 + random() * 0.07,
      flicker: 0.5,
      drift: 0.9,
    }),
  );
  return [
    { at: [0.5, 1.9, 0], colour: WARM_SHINE, size: 4.6, flicker: 0.1 },
    { at: [CORRIDOR_LENGTH - 0.5, 1.9, 0], colour: COLD_SHINE, size: 4.8, flicker: 0.1 },
    ...bubbles,
  ];
}

/** The light that people stand in. */
function lights() {
  const above = new DirectionalLight(new Color(0.78, 0.98, 1), 1.3);
  above.position.set(0, 10, 2);
  const warm = new DirectionalLight(new Color(1, 0.82, 0.6), 0.7);
  warm.position.set(-10, 3, 0);
  return [
    above,
    warm,
    new HemisphereLight(new Color(0.7, 0.95, 1), new Color(0.2, 0.32, 0.42), 1.2),
  ];
}
