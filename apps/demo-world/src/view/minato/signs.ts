import type { Organisation, Platform } from "../../sim/protocol/platform.ts";
import type { Sign } from "../signs/sign.ts";
import type { Slot } from "../signs/slot.ts";
import { boothXs } from "./measures.ts";
import { STALL } from "./stall.ts";

const ROW = 300;

/** Where the signs of one booth are in the atlas. */
export const boothSlots = (i: number) => ({
  cloth: { x: 0, y: i * ROW, width: 1090, height: 150 },
  counter: { x: 0, y: i * ROW + 150, width: 760, height: 150 },
  mark: { x: 1090, y: i * ROW, width: 300, height: 300 },
  cards: [0, 1, 2].map((n) => ({ x: 1390 + n * 219, y: i * ROW, width: 219, height: 300 })),
});

/** The hall's own signs. */
export const HALL_SLOTS = {
  title: { x: 0, y: 1800, width: 1000, height: 248 },
  gate: { x: 1000, y: 1800, width: 524, height: 248 },
  gifts: { x: 1524, y: 1800, width: 524, height: 248 },
  // Beside the first booth's counter.
  market: { x: 760, y: 150, width: 330, height: 150 },
} satisfies Record<string, Slot>;

/** The company at each booth, in the booths' order. */
export const atBooths = (platform: Platform | undefined): (Organisation | undefined)[] =>
  boothXs().map((_, i) => platform?.organisations.find(({ booth }) => booth === i + 1));

/** Every sign of the hall. */
export function minatoSigns(): Sign[] {
  return [
    ...boothXs().flatMap((x, i) => boothSigns(x, i)),
    { at: [-20.3, 4.4, 1], width: 6, height: 1.49, turn: Math.PI / 2, slot: HALL_SLOTS.title },
    {
      at: [17.42, 5.02, 0],
      width: 1.3,
      height: 0.615,
      turn: -Math.PI / 2,
      slot: HALL_SLOTS.gate,
      lit: 0.9,
    },
    { at: [0, 2.2, -5.56], width: 1.25, height: 0.59, turn: 0, slot: HALL_SLOTS.gifts, lit: 0.6 },
    {
      at: [0, 2.2, -5.66],
      width: 1.25,
      height: 0.59,
      turn: Math.PI,
      slot: HALL_SLOTS.gifts,
      lit: 0.6,
    },
    ...[0, Math.PI].map(
      (turn): Sign => ({
        at: [STALL.x, STALL.roof - 0.27, STALL.z + (turn === 0 ? 0.92 : 0.87)],
        width: 1.2,
        height: 0.545,
        turn,
        slot: HALL_SLOTS.market,
        lit: 0.6,
      }),
    ),
  ];
}

function boothSigns(x: number, i: number): Sign[] {
  const slots = boothSlots(i);
  const north = Math.PI;
  return [
    { at: [x, 2.72, 9.06], width: 4.8, height: 0.66, turn: north, slot: slots.cloth, lit: 0.55 },
    { at: [x, 0.6, 8.56], width: 1.9, height: 0.375, turn: north, slot: slots.counter, lit: 0.5 },
    {
      at: [x + 0.1, 1.95, 11.2],
      width: 1.25,
      height: 1.25,
      turn: north,
      slot: slots.mark,
      lit: 0.6,
    },
    ...slots.cards.map((slot, n) => ({
      at: [x - 0.95 - n * 0.58, 1.62, 11.2] as const,
      width: 0.5,
      height: 0.685,
      turn: north,
      slot,
      lit: 0.55,
    })),
  ];
}
