import type { Action } from "../actions.ts";
import type { Weather } from "../actors/cast.ts";
import { type Disasters, playSchedule } from "../actors/schedule.ts";
import type { Rules } from "../rules.ts";
import type { ChainId } from "../words.ts";
import { type Book, CHAINS } from "./book.ts";
import { protocolHashing } from "./encoding.ts";

/** What happens in a schedule, without what comes of it: it can be played again, also with parts left out. */
export type Happening =
  | { readonly kind: "remember" | "rewrite"; readonly chain: ChainId }
  | { readonly kind: "weather"; readonly weather: Weather }
  | { readonly kind: "action"; readonly action: Action; readonly now: number };

/** How a schedule is played for the comparison. */
export interface Playing {
  readonly seed: number;
  readonly steps: number;
  readonly disasters: Disasters;
  /** The chains are looked at after every so many steps, and after the last one. */
  readonly lookEvery: number;
  /** Broken rules of the model, to see that the comparison notices. */
  readonly rules?: Partial<Rules>;
}

/** What a schedule of the comparison begins with. */
export const beginningOf = (book: Book, { rules = {} }: Playing) => ({
  ...{ chains: CHAINS.length, rules },
  hashing: protocolHashing(book.plan.zoneId, book.people.real),
});

/** Everything that happens when a schedule is played. */
export function writeSchedule(book: Book, playing: Playing): Happening[] {
  const { seed, steps, disasters } = playing;
  const happenings: Happening[] = [];
  let before: { readonly id: ChainId } | undefined;
  playSchedule(seed, steps, () => {}, {
    ...beginningOf(book, playing),
    disasters,
    herald({ action }, { memory, weather, now }) {
      if (before === undefined && memory !== undefined) {
        happenings.push({ kind: "remember", chain: memory.id });
      } else if (before !== undefined && memory === undefined) {
        happenings.push({ kind: "rewrite", chain: before.id });
      }
      before = memory;
      happenings.push({ kind: "weather", weather: structuredClone(weather) });
      happenings.push({ kind: "action", action, now });
    },
  });
  return happenings;
}
