import type { Address } from "@ryugu/sdk/primitives";
import type { StageChain, StageCollection } from "../stage/stage.ts";

/** Some of one id that somebody has on a chain. */
export interface Held {
  collection: StageCollection;
  id: bigint;
  amount: bigint;
}

/**
 * What people believe they hold: what they were given, less what they sent, and what following told them has arrived.
 * Nothing is proved by it; it is how a person knows what to send next.
 */
export class Purse {
  readonly #held = new Map<string, Map<string, Held>>();

  constructor(collections: readonly StageCollection[]) {
    for (const collection of collections) {
      for (const { to, id, amount } of collection.gifts) {
        this.give(to, collection.home, { collection, id, amount });
      }
    }
  }

  /** Everything that somebody believes to hold on a chain. */
  of(holder: Address, on: StageChain): Held[] {
    return [...(this.#held.get(`${holder} ${on.id}`)?.values() ?? [])];
  }

  give(holder: Address, on: StageChain, held: Held): void {
    this.#change(holder, on, held, held.amount);
  }

  take(holder: Address, on: StageChain, held: Held): void {
    this.#change(holder, on, held, -held.amount);
  }

  #change(holder: Address, on: StageChain, { collection, id }: Held, by: bigint): void {
    const place = `${holder} ${on.id}`;
    const own = this.#held.get(place) ?? new Map<string, Held>();
    this.#held.set(place, own);
    const key = `${collection.home.id}/${collection.token}/${id}`;
    const amount = (own.get(key)?.amount ?? 0n) + by;
    if (amount > 0n) own.set(key, { collection, id, amount });
    else own.delete(key);
  }
}
