import type { Holding, StageCollection, StageSplit } from "../model/stage.ts";
import type { Account, SplitShare } from "../model/words.ts";

/** Tokens of each ERC-721 collection on each chain, and units of each ERC-1155 token. */
export const TOKENS = 12;
const UNITS = 40;
/** Just more than a payment looks into. */
const LONG = 70;
const WIDE = 40;
/** Two more than are looked into. */
const DEPTH = 6;

/** The lists of all splits, whatever their addresses are: an inner one comes before the one that it is in. */
export async function splitsOf(
  people: readonly Account[],
  addressOf: (name: string, split: Omit<StageSplit, "address">) => Account | Promise<Account>,
): Promise<StageSplit[]> {
  const made: StageSplit[] = [];
  const person = (i: number): Account => people[i % people.length] ?? "";
  const add = async (name: string, shares: readonly SplitShare[], owner?: Account) => {
    const split = { shares, ...(owner === undefined ? {} : { owner }) };
    const address = await addressOf(name, split);
    made.push({ address, ...split });
    return address;
  };
  const even = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => one(person(from + i), 1 + (i % 7)));
  await add("duo", [one(person(4), 7), one(person(5), 3)]);
  await add("trio", [one(person(6), 1), one(person(7), 1), one(person(8), 1)]);
  await add("owned", [one(person(9), 60), one(person(10), 40)], person(11));
  let inner = await add("level 1", [one(person(4), 1), one(person(6), 2)]);
  for (let level = 2; level <= DEPTH; level++) {
    inner = await add(`level ${level}`, [
      one(person(level + 5), 1),
      { ...one(inner, 2), nested: true },
    ]);
  }
  await add("not looked into", [one(person(12), 5), one(inner, 5)]);
  await add("long", even(LONG, 2));
  const wings: SplitShare[] = [];
  for (const i of [0, 1]) {
    wings.push({ ...one(await add(`wing ${i}`, even(WIDE, i)), 1), nested: true });
  }
  await add("wide", [...wings, one(person(13), 1)]);
  return made;
}

const one = (payee: Account, weight: number): SplitShare => ({ payee, weight, nested: false });

/** Who has what at the beginning: everything goes round. */
export function holdingsOf(
  works: readonly StageCollection[],
  people: readonly Account[],
): Holding[] {
  return works.flatMap(({ side, address: collection, kind, firstToken }, w) => {
    if (kind === "voucher") return [];
    const count = kind === "erc1155" ? UNITS : 1;
    return Array.from({ length: TOKENS }, (_, i) => {
      const holder = people[(w * 5 + i) % people.length] ?? "";
      return { side, collection, tokenId: firstToken + BigInt(i), holder, count };
    });
  });
}
