import { boxAt, type Place } from "./place.ts";

const WEST = -Math.PI / 2;
const EAST = Math.PI / 2;
const NORTH = Math.PI;

/** The six booths, in their order along the hall. */
export const BOOTH_COUNT = 6;
const BOOTH_SPACING = 6;
const FIRST_BOOTH = -((BOOTH_COUNT - 1) * BOOTH_SPACING) / 2;
const BACK_OF_BOOTHS = 10.5;

const boothX = (i: number) => FIRST_BOOTH + i * BOOTH_SPACING;

/** Minato: a hall open to the sea in the north, booths along its south wall, the gate in the east. */
export const MINATO: Place = {
  slug: "minato",
  bounds: { minX: -20, maxX: 20, minZ: -11.5, maxZ: 12 },
  ceiling: 7,
  solids: [
    // Each booth: its back wall and its counter.
    ...Array.from({ length: BOOTH_COUNT }, (_, i) => [
      boxAt(boothX(i), BACK_OF_BOOTHS + 0.9, 5, 0.3, 3),
      boxAt(boothX(i), BACK_OF_BOOTHS - 1.6, 2.6, 0.7, 1.05),
    ]).flat(),
    // The table with the gifts.
    boxAt(0, -5, 2.4, 1.1, 0.95),
    // The stall of the market.
    boxAt(8, -5.2, 2.6, 0.9, 0.95),
    // The railing towards the sea.
    boxAt(0, -11.6, 40, 0.3, 1.1),
    // The gate's two posts.
    boxAt(18, -2.6, 1.6, 1.2, 5),
    boxAt(18, 2.6, 1.6, 1.2, 5),
  ],
  arrival: { x: -15, z: 1, heading: EAST },
  doors: [
    {
      leadsTo: "corridor",
      threshold: boxAt(18.6, 0, 1.6, 4, 5),
      leaf: boxAt(18.6, 0, 0.4, 4, 5),
      stepOut: { x: 16, z: 0, heading: WEST },
    },
  ],
  spots: [
    ...Array.from({ length: BOOTH_COUNT }, (_, i) => ({
      kind: "booth" as const,
      id: String(i + 1),
      x: boothX(i),
      z: BACK_OF_BOOTHS - 3,
      heading: 0,
      reach: 2.4,
    })),
    { kind: "gifts", id: "gifts", x: 0, z: -3.6, heading: NORTH, reach: 2.2 },
    { kind: "market", id: "market", x: 8, z: -3.8, heading: NORTH, reach: 2.2 },
    { kind: "gate", id: "garan", x: 15.6, z: 0, heading: EAST, reach: 2.6 },
  ],
};
