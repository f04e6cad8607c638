import { setTimeout as delay } from "node:timers/promises";
import { type JsonAnswer, refuse } from "../http/json-server.ts";
import { drawn } from "./drawn.ts";
import type { BankFaults } from "./settings.ts";

/** Answers an order as the bank would on a bad day. */
export type Misbehave = (answer: () => JsonAnswer) => Promise<JsonAnswer>;

const UNAVAILABLE = refuse(503, "bank-unavailable", "The bank cannot answer now.");

/** The bank's faults, drawn one after the other by their seed; none where there are none. */
export function misbehaving(faults: BankFaults | undefined): Misbehave {
  if (faults === undefined) return async (answer) => answer();
  const { seed, refusesBefore, losesAnswer, late, lateBy } = faults;
  let asked = 0;
  return async (answer) => {
    asked += 1;
    const happens = (what: string, chance: number) => drawn(seed, what, asked) < chance;
    if (happens("refusesBefore", refusesBefore)) return UNAVAILABLE;
    const done = answer();
    if (happens("late", late)) await delay(drawn(seed, "lateBy", asked) * lateBy);
    return happens("losesAnswer", losesAnswer) ? UNAVAILABLE : done;
  };
}
