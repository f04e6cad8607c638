import type { Slot } from "../signs/slot.ts";

/** The labels' atlas, in texels. */
export const ATLAS = { width: 2048, height: 1024 } as const;
/** Names fill the upper half, what was said the lower. */
const NAME = { width: 256, height: 64, columns: 8, count: 64 } as const;
const SAID = { width: 512, height: 128, columns: 4, count: 16 } as const;

/** What a label is for. */
export type LabelKind = "name" | "said";

/** How many labels of a kind there is room for. */
export const roomFor = (kind: LabelKind) => (kind === "name" ? NAME.count : SAID.count);

/** Where the label with a number is painted. */
export function labelSlot(kind: LabelKind, number: number): Slot {
  const { width, height, columns } = kind === "name" ? NAME : SAID;
  return {
    x: (number % columns) * width,
    y: Math.floor(number / columns) * height + (kind === "name" ? 0 : ATLAS.height / 2),
    width,
    height,
  };
}

/** Who has which slot. The text that is painted there is remembered: nothing is painted twice. */
export interface SlotBook {
  /** The slot of a person, and whether it has to be painted; undefined where all are taken. */
  take(person: number, text: string): { number: number; isNew: boolean } | undefined;
  release(person: number): void;
}

/** See {@link SlotBook}. */
export function createSlotBook(room: number): SlotBook {
  const taken = new Map<number, { number: number; text: string }>();
  const free = Array.from({ length: room }, (_, i) => room - 1 - i);
  const again = { number: 0, isNew: false };
  return {
    take(person, text) {
      const known = taken.get(person);
      if (known?.text === text) {
        again.number = known.number;
        return again;
      }
      const number = known?.number ?? free.pop();
      if (number === undefined) return undefined;
      taken.set(person, { number, text });
      return { number, isNew: true };
    },
    release(person) {
      const known = taken.get(person);
      if (known === undefined) return;
      taken.delete(person);
      free.push(known.number);
    },
  };
}
