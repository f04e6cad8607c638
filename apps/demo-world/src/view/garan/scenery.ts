import { Color, DirectionalLight, Group, HemisphereLight } from "three";
import type { Detail } from "../../sim/detail/detail.ts";
import { createAssembly } from "../build/assembly.ts";
import { rgb } from "../build/colour.ts";
import { dataTexture } from "../build/texture.ts";
import { paintTile } from "../build/tile.ts";
import { paintLight } from "../light/light-map.ts";
import { bakedMaterial } from "../parts/baked.ts";
import { createBeam } from "../parts/beam.ts";
import { createFloaters } from "../parts/floaters.ts";
import { addGate, RING_HEIGHT, RING_RADIUS } from "../parts/gate.ts";
import { createGlows } from "../parts/glow.ts";
import { disposeAll, mirrored } from "../parts/mirrored.ts";
import { createPolishedFloor } from "../parts/polished-floor.ts";
import { createPortal } from "../parts/portal.ts";
import { createSkyDome } from "../parts/sky-dome.ts";
import { loadPicture } from "../signs/pictures.ts";
import { createSigns } from "../signs/signs-mesh.ts";
import type { Scenery, SceneryNews } from "../stage/scenery.ts";
import { addEasel } from "./easel.ts";
import { SLAB_TILE, slabAt } from "./floor.ts";
import { garanGlows } from "./glows.ts";
import { addLanterns } from "./lanterns.ts";
import { GARAN_LIGHT } from "./light.ts";
import { INDIGO, STONE } from "./look.ts";
import { CEILING, FLOOR, HANGINGS, LANTERNS, SKYLIGHT } from "./measures.ts";
import { paintNightSky } from "./night-sky.ts";
import { addRoom } from "./room.ts";
import { garanSigns, paintGaranSigns } from "./signs.ts";
import { addStall } from "./stall.ts";

const GATE_LOOK = { stone: STONE.dark, stem: INDIGO, tip: rgb("#b9d4ff"), light: rgb("#e6f2ff") };
const OPENING = 1.2;

/** Garan, drawn. */
export function createGaran(detail: Detail): Scenery {
  const full = detail === "full";
  const group = new Group();
  const assembly = createAssembly();
  addRoom(assembly);
  addStall(assembly);
  addEasel(assembly);
  addGate(assembly, -13.2, -1, GATE_LOOK);
  const room = mirrored(assembly.bake(GARAN_LIGHT), bakedMaterial());
  addLanterns(assembly);
  const lanterns = createFloaters(assembly.bake(GARAN_LIGHT), LANTERNS);
  const signs = createSigns(garanSigns(), GARAN_LIGHT, full);
  const [across, along] = full ? [480, 320] : [320, 208];
  const light = dataTexture(paintLight(FLOOR, across, along, GARAN_LIGHT), across, along, {
    sharp: full,
  });
  const tile = dataTexture(paintTile(512, SLAB_TILE, slabAt), 512, 512, {
    repeat: true,
    sharp: full,
  });
  const floor = createPolishedFloor({
    area: FLOOR,
    light,
    tile,
    metres: SLAB_TILE,
    polish: 0.8,
    sheen: [0.03, 0.04, 0.07],
  });
  const sky = dataTexture(paintNightSky(512, 128), 512, 128);
  const glows = createGlows(garanGlows());
  const portal = createPortal([-13.3, RING_HEIGHT, 0], RING_RADIUS, rgb("#8fb4ff"), rgb("#1a2a63"));
  const moon = GARAN_LIGHT.sun?.to ?? [0, 1, 0];
  const beam = createBeam({ ...SKYLIGHT, y: CEILING }, moon, [0.02, 0.03, 0.055]);
  group.add(
    createSkyDome(sky),
    room.upright,
    room.below,
    lanterns.mesh,
    lanterns.below,
    signs.mesh,
    signs.below,
  );
  group.add(floor, glows.mesh, portal.mesh, portal.below, beam, ...lights());
  let open = 0;
  let telling = 0;

  async function tell({ platform, locale, imageUrl }: SceneryNews): Promise<void> {
    const mine = ++telling;
    const hung = HANGINGS.map(({ spot }) =>
      platform?.gallery?.artworks.find((one) => one.spot === spot),
    );
    signs.paint((brush) => paintGaranSigns(brush, hung, [], locale));
    const pictures = await Promise.all(
      hung.map((artwork) =>
        artwork === undefined ? undefined : loadPicture(imageUrl(artwork.image)),
      ),
    );
    if (mine === telling) signs.paint((brush) => paintGaranSigns(brush, hung, pictures, locale));
  }

  return {
    group,
    background: new Color(...rgb("#0d1730")),
    tell(news) {
      tell(news).catch(() => undefined);
    },
    update({ driftTime, seconds, world }) {
      const wanted = world.open.has("corridor") ? 1 : 0;
      open += Math.min(Math.max(wanted - open, -OPENING * seconds), OPENING * seconds);
      glows.setTime(driftTime);
      lanterns.setTime(driftTime);
      portal.set(driftTime, open);
    },
    dispose() {
      telling++;
      for (const texture of [sky, light, tile]) texture.dispose();
      signs.dispose();
      disposeAll(group);
    },
  };
}

/** The light that people stand in. */
function lights() {
  const moon = new DirectionalLight(new Color(0.72, 0.82, 1), 0.75);
  moon.position.set(-3, 10, 3);
  const warm = new DirectionalLight(new Color(1, 0.8, 0.55), 1);
  warm.position.set(8, 5, 1);
  const hemisphere = new HemisphereLight(
    new Color(0.62, 0.66, 0.86),
    new Color(0.3, 0.27, 0.3),
    1.15,
  );
  return [moon, warm, hemisphere];
}
