import { Color, DirectionalLight, Group, HemisphereLight, Mesh } from "three";
import type { Detail } from "../../sim/detail/detail.ts";
import type { Gift } from "../../sim/protocol/platform.ts";
import { type Assembly, createAssembly } from "../build/assembly.ts";
import { rgb } from "../build/colour.ts";
import { dataTexture } from "../build/texture.ts";
import { paintTile } from "../build/tile.ts";
import { paintLight } from "../light/light-map.ts";
import { bakedMaterial } from "../parts/baked.ts";
import { createCloths } from "../parts/cloths.ts";
import { addGate, RING_HEIGHT, RING_RADIUS } from "../parts/gate.ts";
import { createGlows } from "../parts/glow.ts";
import { disposeAll, mirrored } from "../parts/mirrored.ts";
import { createPolishedFloor } from "../parts/polished-floor.ts";
import { createPortal } from "../parts/portal.ts";
import { createSea } from "../parts/sea.ts";
import { createSkyDome } from "../parts/sky-dome.ts";
import { paintWaves } from "../parts/wave-tile.ts";
import { createSigns } from "../signs/signs-mesh.ts";
import type { Scenery } from "../stage/scenery.ts";
import { addBooths } from "./booths.ts";
import { minatoCloths } from "./cloths.ts";
import { PLANK_TILE, plankAt } from "./floor.ts";
import { loadGifts } from "./gift-models.ts";
import { addGiftTable } from "./gift-table.ts";
import { minatoGlows } from "./glows.ts";
import { addHall } from "./hall.ts";
import { addHarbour } from "./harbour.ts";
import { MINATO_LIGHT } from "./light.ts";
import { AQUA, BOOTH_COLOURS, CORAL, SKY, SUN, SUNLIGHT, WHITE } from "./look.ts";
import { FLOOR, SEA_LEVEL } from "./measures.ts";
import { paintMinatoSigns } from "./paint-signs.ts";
import { atBooths, minatoSigns } from "./signs.ts";
import { paintMinatoSky } from "./sky-picture.ts";
import { addStall } from "./stall.ts";

const GATE_LOOK = { stone: WHITE, stem: CORAL, tip: rgb("#ffd9c2"), light: rgb("#eafff6") };
/** How fast the gate opens, per second. */
const OPENING = 1.2;

const baked = (build: (into: Assembly) => void) => {
  const assembly = createAssembly();
  build(assembly);
  return assembly.bake(MINATO_LIGHT);
};

/** Minato, drawn. */
export function createMinato(detail: Detail): Scenery {
  const group = new Group();
  const material = bakedMaterial();
  const full = detail === "full";
  const hall = mirrored(
    baked((into) => {
      addHall(into);
      addGate(into, 18, 1, GATE_LOOK);
      addGiftTable(into);
      addStall(into);
    }),
    material,
  );
  const far = new Mesh(baked(addHarbour), material);
  const booths = mirrored(
    baked((into) => addBooths(into, BOOTH_COLOURS)),
    material,
  );
  const signs = createSigns(minatoSigns(), MINATO_LIGHT, full);
  const sky = dataTexture(
    paintMinatoSky(full ? 1536 : 1024, full ? 384 : 256),
    full ? 1536 : 1024,
    full ? 384 : 256,
  );
  const waves = dataTexture(paintWaves(128), 128, 128, { repeat: true, data: true });
  const sea = createSea(
    {
      waves,
      sun: SUN,
      sunColour: SUNLIGHT,
      zenith: SKY.zenith,
      horizon: SKY.horizon,
      deep: SKY.seaDeep,
      shallow: SKY.seaShallow,
    },
    FLOOR,
    SEA_LEVEL,
  );
  const [across, along] = full ? [640, 384] : [400, 240];
  const light = dataTexture(paintLight(FLOOR, across, along, MINATO_LIGHT), across, along, {
    sharp: full,
  });
  const tile = dataTexture(paintTile(512, PLANK_TILE, plankAt), 512, 512, {
    repeat: true,
    sharp: full,
  });
  const floor = createPolishedFloor({
    area: FLOOR,
    light,
    tile,
    metres: PLANK_TILE,
    polish: full ? 0.34 : 0,
    sheen: [0.16, 0.13, 0.1],
  });
  const cloths = createCloths(minatoCloths());
  const glows = createGlows(minatoGlows());
  const portal = createPortal([18.1, RING_HEIGHT, 0], RING_RADIUS, AQUA, rgb("#1d5f73"));
  group.add(createSkyDome(sky), sea.mesh, far, hall.upright, booths.upright, signs.mesh);
  if (full) group.add(hall.below, booths.below, signs.below, portal.below);
  group.add(floor, cloths.mesh, glows.mesh, portal.mesh, ...lights());
  let open = 0;
  let gifts: Mesh | undefined;
  let shownGifts = "";

  async function showGifts(kinds: readonly Gift[], urlOf: (cid: string) => string): Promise<void> {
    const key = kinds.map(({ model }) => model).join();
    if (key === shownGifts) return;
    shownGifts = key;
    const loaded = await loadGifts(kinds, urlOf, material);
    if (shownGifts !== key) {
      loaded.geometry.dispose();
      return;
    }
    if (gifts !== undefined) {
      group.remove(gifts);
      gifts.geometry.dispose();
    }
    gifts = loaded;
    group.add(loaded);
  }

  return {
    group,
    background: new Color(...SKY.horizon),
    tell({ platform, locale, imageUrl }) {
      showGifts(platform?.gifts?.kinds ?? [], imageUrl).catch(() => undefined);
      const companies = atBooths(platform);
      signs.paint((brush) => paintMinatoSigns(brush, companies, locale));
      const colours = companies.map(
        (company, i) => company?.colour ?? BOOTH_COLOURS[i] ?? "#2f7f8f",
      );
      if (platform === undefined || sameColours(colours)) return;
      const geometry = baked((into) => addBooths(into, colours));
      booths.replace(geometry);
    },
    update({ driftTime, seconds, world }) {
      const wanted = world.open.has("corridor") ? 1 : 0;
      open += Math.min(Math.max(wanted - open, -OPENING * seconds), OPENING * seconds);
      sea.setTime(driftTime);
      cloths.setTime(driftTime);
      glows.setTime(driftTime);
      portal.set(driftTime, open);
    },
    dispose() {
      shownGifts = "gone";
      for (const texture of [sky, waves, light, tile]) texture.dispose();
      signs.dispose();
      disposeAll(group);
    },
  };
}

const sameColours = (colours: readonly string[]) =>
  colours.every((colour, i) => colour === BOOTH_COLOURS[i]);

/** The light that people stand in: what is painted onto the hall cannot fall on them. */
function lights() {
  const sun = new DirectionalLight(new Color(1, 0.86, 0.66), 1.7);
  sun.position.set(SUN[0] * 20, 12, SUN[2] * 20);
  const fill = new DirectionalLight(new Color(1, 0.9, 0.78), 0.55);
  fill.position.set(-10, 6, 8);
  return [
    sun,
    fill,
    new HemisphereLight(new Color(0.95, 0.93, 0.95), new Color(0.75, 0.58, 0.42), 1.25),
  ];
}
