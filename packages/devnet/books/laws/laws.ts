import { balanceOf } from "../model/balances.ts";
import { underWay } from "../model/lane.ts";
import { sumOf } from "../model/lot.ts";
import type { Books, SideBooks } from "../model/state.ts";
import { type Account, across, key, SIDES, type Side } from "../model/words.ts";

/** What is not as it must be, in words; nothing where all is. */
export function brokenLaws(books: Books): string[] {
  return SIDES.flatMap((side) => [
    ...suppliesAddUp(books, side),
    ...creditsAreHeld(books, side),
    ...conduitsKnowWhatTheyHold(books, side),
    ...vaultsCover(books, side),
    ...ledgerAddsUp(books, side),
    ...ordersKeepWithin(books.sides[side]),
  ]);
}

/** What should be equal and is not. */
const differ = (what: string, a: bigint, b: bigint): string[] =>
  a === b ? [] : [`${what}: ${a} is not ${b}`];

function total(book: ReadonlyMap<string, bigint>, prefix: string): bigint {
  let sum = 0n;
  for (const [name, amount] of book) if (name.startsWith(prefix)) sum += amount;
  return sum;
}

/** Money in is money out: what everybody has is what was made. */
function suppliesAddUp({ stage, sides }: Books, side: Side): string[] {
  const { balances, supply } = sides[side];
  return stage.sides[side].tokens.flatMap(({ address }) =>
    differ(
      `all that is held of ${address}`,
      total(balances, `${address}/`),
      supply.get(address) ?? 0n,
    ),
  );
}

/** A rail has what it credited, and nothing else. */
function creditsAreHeld({ stage, sides }: Books, side: Side): string[] {
  const { rail, tokens, ledger } = stage.sides[side];
  const here = sides[side];
  const credited = (place: Account, currency: Account) =>
    differ(
      `the credits of ${place}`,
      total(here.credits, `${place}/${currency}/`),
      here.totalCredit.get(key(place, currency)) ?? 0n,
    );
  return [
    ...tokens.flatMap(({ address }) => [
      ...credited(rail, address),
      ...differ(
        "what the rail holds",
        balanceOf(here, address, rail),
        here.totalCredit.get(key(rail, address)) ?? 0n,
      ),
    ]),
    ...credited(ledger, ledger),
  ];
}

/** Every unit in a split or router is of something: a sale, a batch, or a gift that was not divided yet. */
function conduitsKnowWhatTheyHold({ stage, sides }: Books, side: Side): string[] {
  const here = sides[side];
  const held = (token: Account, account: Account) =>
    sumOf(here.lots.get(key(token, account)) ?? []);
  return stage.sides[side].tokens.flatMap(({ address: token }) => [
    ...[...stage.sides[side].routers.keys()].flatMap((router) =>
      differ(`what router ${router} holds`, balanceOf(here, token, router), held(token, router)),
    ),
    ...[...here.splits.keys()].flatMap((split) => {
      const kept = here.totalCredit.get(key(split, token)) ?? 0n;
      const gifts = balanceOf(here, token, split) - kept - held(token, split);
      return gifts < 0n ? [`split ${split} lacks ${-gifts} of ${token}`] : [];
    }),
  ]);
}

/** What a vault holds is what stands for it on the other chain, and what is on its way, both ways. */
function vaultsCover(books: Books, side: Side): string[] {
  const here = books.sides[side];
  const there = books.sides[across(side)];
  return books.stage.sides[side].tokens.flatMap(({ address, twin, isHome }) => {
    if (!isHome) return [];
    const owed =
      (there.supply.get(twin) ?? 0n) +
      underWay(books, side, address) +
      underWay(books, across(side), twin);
    const { vault } = books.stage.sides[side];
    return [
      ...differ(`the vault of ${address}`, here.vault.get(address) ?? 0n, owed),
      ...differ(`what the vault has of ${address}`, balanceOf(here, address, vault), owed),
    ];
  });
}

/** What was put into the ledger and not settled is in its accounts, credited, or being settled. */
function ledgerAddsUp({ stage, sides }: Books, side: Side): string[] {
  const { ledger, totalCredit, settlements, outstanding } = sides[side];
  const place = stage.sides[side].ledger;
  let sum = totalCredit.get(key(place, place)) ?? 0n;
  for (const { spendable, receivable } of ledger.values()) sum += spendable + receivable;
  return differ(`the ledger on ${side}`, sum + sumOf([...settlements.values()]), outstanding);
}

/** No order is sold beyond its quantity is checked where it is sold; no price goes back twice. */
function ordersKeepWithin({ orders }: SideBooks): string[] {
  const wrong: string[] = [];
  for (const [name, { sold, refunded }] of orders) {
    if (refunded > sold) wrong.push(`order ${name}: ${refunded} given back of ${sold}`);
  }
  return wrong;
}
