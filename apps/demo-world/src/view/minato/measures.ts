import { MINATO } from "../../sim/place/minato.ts";
import type { FloorArea } from "../light/light-map.ts";

/** The columns towards the sea. */
export const COLUMN_XS = [-20, -12, -4, 4, 12, 20] as const;
/** Where the floor ends towards the sea. */
export const NORTH_EDGE = -11.9;
/** Half the width of the glass along the roof's ridge. */
export const SKYLIGHT = 1.6;
/** The floor, a little wider than where one can stand. */
export const FLOOR: FloorArea = { minX: -20.6, maxX: 21.2, minZ: -12.4, maxZ: 12.6 };
/** How high the sea stands under the quay. */
export const SEA_LEVEL = -1.5;

/** How high the roof is over a line of the floor: an arch across the hall. */
export const roofHeight = (z: number) => 9.4 - 0.019 * z * z;

/** The middles of the booths along x. */
export const boothXs = () => MINATO.spots.filter(({ kind }) => kind === "booth").map(({ x }) => x);
