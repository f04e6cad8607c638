import { type BankRail, CashOutUnavailableError, type TransferOrder } from "@ryugu/sdk/payout";
import type { Database } from "../../src/database.ts";
import type { RedemptionChain } from "../../src/issuer/redemption-chain.ts";
import type { WorldOptions } from "./cash-out-world.ts";

/** The process was killed here. */
export class Killed extends Error {}

/** Numbers from 0 up to 1, the same for one seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What may go wrong at a step: before or after the step has had its effect. */
export interface Hazards {
  /** Throws {@link Killed} where the process is killed. Called between any two effects. */
  kill(): void;
  /** Whether an answer, or a question, is lost. */
  isLost(): boolean;
  /** Whether an order comes in once more, later. */
  isEchoed(): boolean;
}

/** Puts hazards around every effect that an issuer has: on the chain, at the bank, in its database. */
export function hazardous(hazards: Hazards): WorldOptions {
  const echoes: TransferOrder[] = [];
  const around = async <T>(effect: () => Promise<T>): Promise<T> => {
    hazards.kill();
    const result = await effect();
    hazards.kill();
    return result;
  };
  const overNetwork = async <T>(effect: () => Promise<T>): Promise<T> => {
    if (hazards.isLost()) throw new CashOutUnavailableError("The question was lost.");
    const result = await around(effect);
    if (hazards.isLost()) throw new CashOutUnavailableError("The answer was lost.");
    return result;
  };
  return {
    wrapRail: (rail): BankRail => ({
      ...rail,
      status: (key) => overNetwork(() => rail.status(key)),
      cancel: (key) => overNetwork(() => rail.cancel(key)),
      async order(order) {
        if (hazards.isEchoed()) echoes.push(order);
        const echo = hazards.isEchoed() ? echoes.shift() : undefined;
        if (echo !== undefined) await rail.order(echo);
        return overNetwork(() => rail.order(order));
      },
    }),
    wrapChain: (chain): RedemptionChain => ({
      ...chain,
      payments: (after, through) => around(() => chain.payments(after, through)),
      isUsed: (author, nonce, block) => around(() => chain.isUsed(author, nonce, block)),
      collect: (id, signed) => around(() => chain.collect(id, signed)),
      giveBack: (back) => around(() => chain.giveBack(back)),
    }),
    wrapDatabase: (database): Database => ({
      ...database,
      transaction(work) {
        hazards.kill();
        const result = database.transaction(work);
        hazards.kill();
        return result;
      },
    }),
  };
}
