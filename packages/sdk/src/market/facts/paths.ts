import type { Address } from "../../primitives/index.ts";

/** A split's list, as the chain told it. */
export interface ListedShare {
  readonly payee: Address;
  readonly weight: bigint;
  readonly nested: boolean;
}

/** A part of a payment or division, and who got it in the end. */
export interface Leaf {
  readonly payee: Address;
  readonly amount: bigint;
  readonly via: readonly Address[];
}

/** Levels that a rail looks into, the payee's own among them: `Dividing.MOST_LEVELS` and one more. */
export const RAIL_LEVELS = 5;
/** Levels that a split looks into when it divides: `Dividing.MOST_LEVELS`. */
export const SPLIT_LEVELS = 4;

/** Lists as they stand, and how many more payees may be looked into. */
export interface Lists {
  readonly lists: ReadonlyMap<Address, readonly ListedShare[]>;
  readonly room: { left: number };
}

/** Who gets a part by the lists, and through which splits. */
export function leavesOf(
  { payee, amount, via }: Leaf,
  levels: number,
  { lists, room }: Lists,
): Leaf[] {
  const list = levels > 1 ? lists.get(payee) : undefined;
  if (list === undefined || list.length > room.left) return [{ payee, amount, via }];
  room.left -= list.length;
  return divided({ payee, amount, via }, list, levels - 1, { lists, room });
}

/** Who gets what of an amount that a list divides. */
export function divided(
  { payee: split, amount, via }: Leaf,
  list: readonly ListedShare[],
  levels: number,
  lists: Lists,
): Leaf[] {
  const whole = list.reduce((sum, { weight }) => sum + weight, 0n);
  let [upTo, given] = [0n, 0n];
  return list.flatMap(({ payee, weight, nested }) => {
    upTo += weight;
    const end = whole === 0n ? 0n : (amount * upTo) / whole;
    const part = { payee, amount: end - given, via: [...via, split] };
    given = end;
    if (part.amount === 0n) return [];
    return leavesOf(part, nested ? levels : 1, lists);
  });
}

/** The paths of what was paid, where the lists explain all of it; else that it came through the split, and no more. */
export function pathsOf(
  paid: readonly { readonly payee: Address; readonly amount: bigint }[],
  expected: readonly Leaf[],
  split: Address,
): (readonly Address[])[] {
  const isExplained =
    paid.length === expected.length &&
    paid.every(({ payee, amount }, i) => {
      const leaf = expected[i];
      return leaf?.payee === payee && leaf.amount === amount;
    });
  if (isExplained) return expected.map(({ via }) => via);
  return paid.map(({ payee }) => (payee === split ? [] : [split]));
}
