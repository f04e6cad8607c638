import type { SceneryMakers } from "./stage.ts";

/** Every place's scenery, in a chunk of its own. */
export const SCENERY_MAKERS: SceneryMakers = {
  minato: async (detail) => (await import("../minato/scenery.ts")).createMinato(detail),
  garan: async (detail) => (await import("../garan/scenery.ts")).createGaran(detail),
  corridor: async (detail) => (await import("../corridor/scenery.ts")).createCorridor(detail),
};
