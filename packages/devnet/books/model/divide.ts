import { RULES, type Rules } from "./rules.ts";
import type { SideBooks } from "./state.ts";
import type { Account, SplitShare } from "./words.ts";

/** Somebody's part of an amount, before it is known whether they can be paid. */
export interface Part {
  readonly payee: Account;
  readonly amount: bigint;
  readonly via: readonly Account[];
}

/** What one payment may still look into. */
export interface Room {
  left: number;
}

/** A payment looks into splits for so many payees in all. */
export const MOST_NESTED = 64;
const MOST_LEVELS = 4;

/** An amount by weights: up to each payee the whole is rounded down, so that together they get all of it. */
export function portions(amount: bigint, weights: readonly bigint[], rules = RULES): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (!rules.restIsPaid) return weights.map((weight) => (amount * weight) / whole);
  let upTo = 0n;
  const ends = weights.map((weight) => {
    upTo += weight;
    return (amount * upTo) / whole;
  });
  return ends.map((end, i) => end - (ends[i - 1] ?? 0n));
}

/** Who gets a payee's part: the payee, or the payees of the split that it is. */
export function partsOf(
  books: SideBooks,
  part: Part & { readonly nested: boolean },
  room: Room,
  rules: Rules,
  levels = MOST_LEVELS + 1,
): Part[] {
  const { payee, amount, via, nested } = part;
  const split = books.splits.get(payee);
  const looks = nested && (levels > 1 || !rules.levelsEnd) && split?.isMade === true;
  if (!looks || split.shares.length > room.left) return [{ payee, amount, via }];
  room.left -= split.shares.length;
  return listParts(books, { payee, amount, via }, split.shares, {
    room,
    rules,
    levels: levels - 1,
  });
}

/** Who gets what of an amount that a list divides. */
export function listParts(
  books: SideBooks,
  { payee: split, amount, via }: Part,
  shares: readonly SplitShare[],
  { room, rules, levels }: { room: Room; rules: Rules; levels: number },
): Part[] {
  const amounts = portions(
    amount,
    shares.map(({ weight }) => BigInt(weight)),
    rules,
  );
  return shares.flatMap((share, i) => {
    const part = { payee: share.payee, amount: amounts[i] ?? 0n, via: [...via, split] };
    if (part.amount === 0n) return [];
    return partsOf(books, { ...part, nested: share.nested }, room, rules, levels);
  });
}

/** The levels that a split looks into when it divides by itself. */
export const OWN_LEVELS = MOST_LEVELS;
