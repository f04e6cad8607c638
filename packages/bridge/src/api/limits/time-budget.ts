import type { Clock } from "../../ports/clock.ts";
import { TooManyRequestsError } from "../errors.ts";

/** Does work for one request, and counts what it says that it took. */
export interface Spender {
  /**
   * What was begun for a request is done to its end: only its first work is refused.
   *
   * @throws TooManyRequestsError when an address, or all together, had the node work too long
   */
  spend<T>(work: (onSpent: (milliseconds: number) => void) => Promise<T>): Promise<T>;
}

/** Bounds how long strangers can keep the node computing for them, by what was computed: a busy machine refuses nobody sooner. What is answered from what is there costs nothing. */
export interface TimeBudget {
  /** For one request of an address. */
  open(address: string): Spender;
}

/** Milliseconds of computing in a minute: for one address, and for all together. */
const MOST = { perAddress: 15_000, total: 45_000 };
const WINDOW = 60_000;
/** Addresses that are remembered; with more the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

/** Makes the budget. All of it is in memory and may be lost. */
export function createTimeBudget(clock: Pick<Clock, "now">, most = MOST): TimeBudget {
  const spent = new Map<string, number>();
  let total = 0;
  let since = clock.now();

  const turnWindow = () => {
    if (clock.now() - since < WINDOW) return;
    since = clock.now();
    total = 0;
    spent.clear();
  };

  const charge = (address: string, time: number) => {
    turnWindow();
    total += time;
    const own = (spent.get(address) ?? 0) + time;
    spent.delete(address);
    spent.set(address, own);
    const oldest = spent.keys().next();
    if (spent.size > MOST_ADDRESSES && oldest.done !== true) spent.delete(oldest.value);
  };

  const check = (address: string) => {
    turnWindow();
    if ((spent.get(address) ?? 0) < most.perAddress && total < most.total) return;
    throw new TooManyRequestsError("The node has worked long enough for now.", {
      details: ["Ask again in a minute."],
    });
  };

  return {
    open(address) {
      let isBegun = false;
      return {
        async spend(work) {
          if (!isBegun) check(address);
          isBegun = true;
          return await work((time) => charge(address, time));
        },
      };
    },
  };
}
