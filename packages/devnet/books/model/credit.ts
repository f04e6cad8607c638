import { addTo } from "./balances.ts";
import type { Lot } from "./lot.ts";
import type { Books } from "./state.ts";
import { type Account, key, type Side } from "./words.ts";

/** What a payee takes out of a rail or split, and where it goes. */
export interface Claim {
  readonly side: Side;
  readonly place: Account;
  readonly currency: Account;
  readonly payee: Account;
  readonly to: Account;
}

/** A payee's signed claim. */
export interface SignedClaim extends Claim {
  readonly nonce: number;
  readonly deadline: number;
  readonly isSigned: boolean;
}

/** Keeps what somebody could not be paid. */
export function credit(
  books: Books,
  { side, place, currency, payee }: Omit<Claim, "to">,
  amount: bigint,
): void {
  if (!books.rules.creditsAreKept) return;
  const { credits, totalCredit } = books.sides[side];
  addTo(credits, key(place, currency, payee), amount);
  addTo(totalCredit, key(place, currency), amount);
}

/** What is written down of money in a router or split. */
export function addLot(books: Books, side: Side, name: string, lot: Lot): void {
  const { lots } = books.sides[side];
  const here = lots.get(name);
  if (here === undefined) lots.set(name, [lot]);
  else here.push(lot);
}

/** Takes all of it. */
export function lotsAt(books: Books, side: Side, name: string): Lot[] {
  const { lots } = books.sides[side];
  const found = lots.get(name) ?? [];
  lots.delete(name);
  return found;
}

/** They go where the money goes. */
export function takeLots(books: Books, side: Side, from: string, to: string): void {
  for (const lot of lotsAt(books, side, from)) addLot(books, side, to, lot);
}

/** Routers and splits hold money for others, and know what it is of. */
export function isConduit(books: Books, side: Side, account: Account): boolean {
  return books.sides[side].splits.has(account) || books.stage.sides[side].routers.has(account);
}
