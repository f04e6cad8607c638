import type { BatchSource, Place } from "../../payout/statement/index.ts";

/** Money in a split or router that knows where it came from: a sale, a payment, or a batch that arrived. */
export interface Lot {
  readonly from: Pick<Place, "transaction" | "logIndex">;
  readonly isRoyalty: boolean;
  readonly amount: bigint;
}

export const sumOf = (parts: readonly { readonly amount: bigint }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + amount, 0n);

/** Lots by the account and currency that they are in, or wait for. */
export class Lots {
  readonly #lots = new Map<string, Lot[]>();

  add(name: string, lot: Lot): void {
    const here = this.#lots.get(name);
    if (here === undefined) this.#lots.set(name, [lot]);
    else here.push(lot);
  }

  /** Takes so much, the oldest first, as far as it reaches. */
  take(name: string, amount: bigint): Lot[] {
    const here = this.#lots.get(name) ?? [];
    const taken: Lot[] = [];
    let left = amount;
    for (let lot = here[0]; lot !== undefined && left > 0n; lot = here[0]) {
      const isWhole = lot.amount <= left;
      const part = isWhole ? lot.amount : left;
      taken.push({ ...lot, amount: part });
      left -= part;
      if (isWhole) here.shift();
      else here[0] = { ...lot, amount: lot.amount - part };
    }
    return taken;
  }
}

/** Where taken lots came from, each place once. */
export function sourcesOf(lots: readonly Lot[]): BatchSource[] {
  const sources = new Map<string, BatchSource>();
  for (const { from, amount } of lots) {
    const { transaction, logIndex } = from;
    const name = `${transaction}/${logIndex}`;
    const before = sources.get(name)?.amount ?? 0n;
    sources.set(name, { transaction, logIndex, amount: before + amount });
  }
  return [...sources.values()];
}
