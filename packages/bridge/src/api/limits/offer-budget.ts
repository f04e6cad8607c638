import type { Clock } from "../../ports/clock.ts";
import { TooManyRequestsError } from "../errors.ts";

/**
 * Bounds what strangers can make the node compute. Recovering who signed takes a millisecond or two;
 * an attestation that turns out to be of no use is counted against whoever offered it. What was of use
 * costs nothing, however much it is: peers are never held up.
 */
export interface OfferBudget {
  /**
   * Counts an offer as if it were of no use, before anything is computed.
   *
   * @returns how to say what it was worth after all
   * @throws TooManyRequestsError when an address, or all together, have wasted too much
   */
  take(address: string, count: number): (useful: number) => void;
}

/** Attestations of no use in a minute: of one address, and of all together. */
const MOST_WASTED = { perAddress: 1_200, total: 6_000 };
const WINDOW = 60_000;
/** How long an address that brought something of use is heard although others waste much. */
const TRUST = 10 * WINDOW;
/** Addresses that are remembered; with more the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

/** Makes the budget. All of it is in memory and may be lost. */
export function createOfferBudget(clock: Pick<Clock, "now">): OfferBudget {
  const wasted = new Map<string, number>();
  /** When each address last brought something of use. */
  const trusted = new Map<string, number>();
  let total = 0;
  let since = clock.now();

  const turnWindow = () => {
    if (clock.now() - since < WINDOW) return;
    since = clock.now();
    total = 0;
    wasted.clear();
  };

  const charge = (address: string, count: number) => {
    total += count;
    remember(wasted, address, (wasted.get(address) ?? 0) + count);
  };

  const isTrusted = (address: string) =>
    clock.now() - (trusted.get(address) ?? Number.NEGATIVE_INFINITY) < TRUST;

  return {
    take(address, count) {
      turnWindow();
      const own = wasted.get(address) ?? 0;
      const fits = own + count <= MOST_WASTED.perAddress;
      if (fits && (total + count <= MOST_WASTED.total || isTrusted(address))) {
        charge(address, count);
        const window = since;
        return (useful) => {
          if (useful === 0) return;
          remember(trusted, address, clock.now());
          if (window === since) charge(address, -useful);
        };
      }
      throw new TooManyRequestsError("Too many attestations were offered that are of no use.", {
        details: ["Attestations that are new and of this zone's validators are not counted."],
      });
    },
  };
}

function remember(map: Map<string, number>, key: string, value: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST_ADDRESSES) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
