import type { Order, Purchase } from "../model/order.ts";
import type { Account } from "../model/words.ts";

/** What everybody remembers of a run, to come back to. */
export interface Memory {
  /** Orders that somebody might still buy of. */
  readonly standing: Order[];
  /** Purchases that were tried: some are tried again. */
  readonly tried: { readonly order: Order; readonly purchase: Purchase }[];
  /** Sales whose price may go back. */
  readonly sold: { readonly order: Order; readonly buyer: Account; readonly count: number }[];
  salts: number;
}

export const emptyMemory = (): Memory => ({ standing: [], tried: [], sold: [], salts: 0 });

/** The most that is remembered of a kind. */
const MOST = 60;

/** Remembers one more, and forgets the oldest. */
export function remember<T>(list: T[], one: T): void {
  list.push(one);
  if (list.length > MOST) list.shift();
}
