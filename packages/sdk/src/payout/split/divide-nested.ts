import { type Address, uint } from "../../primitives/index.ts";
import { divideByWeights, sumOfWeights } from "./divide.ts";
import { assertShares, type SplitShare } from "./share.ts";

/** What one payee gets of a division. A payee can appear more than once. */
export interface PayeePart {
  readonly payee: Address;
  /** In the currency's units; never zero. */
  readonly amount: bigint;
}

/** What a payment gives to one account, or to the payees of the split that it is. */
export interface PaymentPart extends PayeePart {
  /** Whether to look if the payee is a split. */
  readonly nested: boolean;
}

/** A split's list as it stands now; undefined where the account is no split of the factory, or not made yet. */
export type ListOf = (account: Address) => readonly SplitShare[] | undefined;

/** Splits in splits are looked into so deep: `Dividing.MOST_LEVELS`. */
export const MOST_LEVELS = 4;
/** A payment looks into splits for so many payees: `PaymentRail.MOST_NESTED`. */
export const MOST_NESTED = 64;

/**
 * Who gets how much when a split divides an amount, through the splits in it down to four levels: what `distribute` does. What
 * lies deeper is paid to the split there, and waits in it. What a list in it gives back to the dividing split stays there, and is
 * divided the next time.
 *
 * @param amount - in the currency's units, up to 2^128 - 1
 * @param listOf - the lists of the splits among the payees: `readNestedLists` reads them from a chain
 * @returns in the order of payment; the amounts sum to what was divided
 * @throws InvalidSharesError, IntegerOutOfRangeError
 */
export function divideNested(
  amount: bigint,
  shares: readonly SplitShare[],
  listOf: ListOf,
): PayeePart[] {
  assertShares(shares);
  const paid: PayeePart[] = [];
  const room = { left: Number.POSITIVE_INFINITY };
  payList(uint(amount, 128, "An amount"), shares, MOST_LEVELS, { listOf, room, paid });
  return paid;
}

/**
 * Who gets how much of a payment through a rail: what `pay` does. As {@link divideNested}, but a payment looks into splits for
 * 64 payees in all; a list that has more than are left is paid as one account, and divides when it is asked to.
 */
export function dividePayment(parts: readonly PaymentPart[], listOf: ListOf): PayeePart[] {
  const paid: PayeePart[] = [];
  const division = { listOf, room: { left: MOST_NESTED }, paid };
  for (const { payee, amount, nested } of parts) {
    payShare({ payee, amount }, nested ? MOST_LEVELS + 1 : 1, division);
  }
  return paid;
}

interface Division {
  listOf: ListOf;
  /** How many more payees may be paid through nested splits. */
  room: { left: number };
  paid: PayeePart[];
}

function payList(
  amount: bigint,
  shares: readonly SplitShare[],
  levels: number,
  division: Division,
): void {
  for (const [i, part] of divideByWeights(amount, shares).entries()) {
    const share = shares[i];
    if (share === undefined || part === 0n) continue;
    payShare({ payee: share.payee, amount: part }, share.nested ? levels : 1, division);
  }
}

/** @param levels - 1 where a split is paid like everybody else */
function payShare(part: PayeePart, levels: number, division: Division): void {
  const list = levels > 1 ? division.listOf(part.payee) : undefined;
  // A forged list may have no weight at all: then its account is paid.
  if (list && sumOfWeights(list) > 0n && list.length <= division.room.left) {
    division.room.left -= list.length;
    payList(part.amount, list, levels - 1, division);
    return;
  }
  division.paid.push(part);
}
