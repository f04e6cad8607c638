import type { Role } from "./words.ts";

/** What money came from: a sale, or a batch that was passed on before. */
export type Origin =
  | { readonly kind: "sale"; readonly sale: number }
  | { readonly kind: "batch"; readonly batch: number };

/** Money in a split or router that knows what it came from. */
export interface Lot {
  readonly origin: Origin;
  readonly role: Role;
  readonly amount: bigint;
}

export const sumOf = (lots: readonly { readonly amount: bigint }[]): bigint =>
  lots.reduce((sum, { amount }) => sum + amount, 0n);

/** Takes so much of lots, the oldest first, as far as they reach. */
export function takeOldest(lots: Lot[], amount: bigint): Lot[] {
  const taken: Lot[] = [];
  let left = amount;
  for (let lot = lots[0]; lot !== undefined && left > 0n; lot = lots[0]) {
    const isWhole = lot.amount <= left;
    const part = isWhole ? lot.amount : left;
    taken.push({ ...lot, amount: part });
    left -= part;
    if (isWhole) lots.shift();
    else lots[0] = { ...lot, amount: lot.amount - part };
  }
  return taken;
}
