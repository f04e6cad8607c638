import { boxAt, type Place } from "./place.ts";

const WEST = -Math.PI / 2;
const EAST = Math.PI / 2;
const NORTH = Math.PI;

/** Where people's works hang: before the tall windows of both long walls, three to each. */
export const PEOPLES_FRAMES: readonly { id: string; x: number; side: 1 | -1 }[] = [
  { id: "4", x: 2.1, side: -1 },
  { id: "5", x: 2.1, side: 1 },
  { id: "6", x: 10.5, side: -1 },
  { id: "7", x: 10.5, side: 1 },
  { id: "8", x: -10.5, side: -1 },
  { id: "9", x: -10.5, side: 1 },
];

/** Whether a spot is one where people's works hang. */
export const isPeoplesFrame = (id: string): boolean => PEOPLES_FRAMES.some((one) => one.id === id);

/** Garan: a gallery of stone and light; the gate in the west, the work for sale on the east wall. */
export const GARAN: Place = {
  slug: "garan",
  bounds: { minX: -15, maxX: 15, minZ: -9, maxZ: 9 },
  ceiling: 6.5,
  solids: [
    // Two walls that stand free in the room.
    boxAt(-1, -4.2, 7, 0.5, 3.6),
    boxAt(-1, 4.2, 7, 0.5, 3.6),
    // The bench before the work for sale, and the plinths.
    boxAt(8.2, 0, 0.7, 2.6, 0.5),
    boxAt(-7.5, -6.6, 1, 1, 1.1),
    boxAt(-7.5, 6.6, 1, 1, 1.1),
    boxAt(6.5, -6.6, 1, 1, 1.1),
    boxAt(6.5, 6.6, 1, 1, 1.1),
    // The stall of the market, and the easel.
    boxAt(-6.6, -4.4, 2.3, 0.8, 0.95),
    boxAt(-6.58, 4.2, 1.55, 0.8, 1.9),
    // The gate's two posts.
    boxAt(-13.2, -2.6, 1.6, 1.2, 5),
    boxAt(-13.2, 2.6, 1.6, 1.2, 5),
  ],
  arrival: { x: -9.5, z: 0, heading: EAST },
  doors: [
    {
      leadsTo: "corridor",
      threshold: boxAt(-13.8, 0, 1.6, 4, 5),
      leaf: boxAt(-13.8, 0, 0.4, 4, 5),
      stepOut: { x: -11.2, z: 0, heading: EAST },
    },
  ],
  spots: [
    { kind: "artwork", id: "1", x: 12.2, z: 0, heading: EAST, reach: 3.2 },
    { kind: "artwork", id: "2", x: -1, z: -6, heading: 0, reach: 2 },
    { kind: "artwork", id: "3", x: -1, z: 6, heading: NORTH, reach: 2 },
    ...PEOPLES_FRAMES.map(({ id, x, side }) => ({
      kind: "artwork" as const,
      id,
      x,
      z: side * 7.9,
      heading: side > 0 ? 0 : NORTH,
      reach: 1.8,
    })),
    { kind: "easel", id: "easel", x: -6.6, z: 2.9, heading: 0, reach: 1.8 },
    { kind: "market", id: "market", x: -6.6, z: -3.1, heading: NORTH, reach: 1.9 },
    { kind: "gate", id: "minato", x: -10.8, z: 0, heading: WEST, reach: 2.6 },
  ],
};
