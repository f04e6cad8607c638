import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";
import { times } from "../build/colour.ts";
import type { Lighting } from "../light/lighting.ts";
import { DOORS } from "./look.ts";

/** Under the sea: light from above, and from the two doors. */
export const CORRIDOR_LIGHT: Lighting = {
  above: [0.5, 0.78, 0.85],
  below: [0.14, 0.24, 0.32],
  lamps: [
    { x: 1, y: 1.9, z: 0, colour: times(DOORS.minato, 1.8), reach: 9 },
    { x: CORRIDOR_LENGTH - 1, y: 1.9, z: 0, colour: times(DOORS.garan, 1.8), reach: 9 },
  ],
  blocks: [],
};
