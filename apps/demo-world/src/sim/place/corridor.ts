import { boxAt, type Place } from "./place.ts";

/** How long the way between the worlds is, in metres: some ten seconds on foot. */
export const CORRIDOR_LENGTH = 26;

const WEST = -Math.PI / 2;
const EAST = Math.PI / 2;

/** The corridor: Minato's door in the west, Garan's in the east. Each opens when one may go through. */
export const CORRIDOR: Place = {
  slug: "corridor",
  bounds: { minX: 0, maxX: CORRIDOR_LENGTH, minZ: -2.2, maxZ: 2.2 },
  ceiling: 4.4,
  solids: [],
  arrival: { x: 4, z: 0, heading: EAST },
  doors: [
    {
      leadsTo: "minato",
      threshold: boxAt(0.5, 0, 1, 4.4, 4.4),
      leaf: boxAt(0.5, 0, 1, 4.4, 4.4),
      stepOut: { x: 4, z: 0, heading: EAST },
    },
    {
      leadsTo: "garan",
      threshold: boxAt(CORRIDOR_LENGTH - 0.5, 0, 1, 4.4, 4.4),
      leaf: boxAt(CORRIDOR_LENGTH - 0.5, 0, 1, 4.4, 4.4),
      stepOut: { x: CORRIDOR_LENGTH - 4, z: 0, heading: WEST },
    },
  ],
  spots: [],
};
