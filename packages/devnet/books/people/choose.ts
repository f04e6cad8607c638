import type { Action } from "../model/action.ts";
import { balanceOf } from "../model/balances.ts";
import type { Books } from "../model/state.ts";
import { SIDES } from "../model/words.ts";
import { trade } from "./buying.ts";
import { fullTime } from "./clock.ts";
import { bringHome, claim, divide } from "./collecting.ts";
import type { Memory } from "./memory.ts";
import { misfortune } from "./misfortune.ts";
import type { Random } from "./random.ts";

/** How often what is done, in a thousand. The rest of the time somebody trades. */
const OFTEN: readonly (readonly [
  number,
  (b: Books, r: Random, m: Memory) => Action | undefined,
])[] = [
  [30, claim],
  [35, divide],
  [30, bringHome],
  [20, misfortune],
  [15, giveBack],
  [8, takeBack],
  [6, settleLedger],
  [4, give],
  [3, changeShares],
];

/** What somebody does next. Everything that is in the books may guide them. */
export function choose(books: Books, random: Random, memory: Memory): Action {
  let drawn = random.below(1_000);
  for (const [often, act] of OFTEN) {
    drawn -= often;
    if (drawn < 0) return act(books, random, memory) ?? trade(books, random, memory);
  }
  return trade(books, random, memory);
}

function giveBack(books: Books, random: Random, memory: Memory): Action | undefined {
  if (memory.sold.length === 0) return undefined;
  const { order, buyer, count } = random.pick(memory.sold);
  const payer = random.chance(0.9) ? order.seller : random.pick(books.stage.people);
  const refund = {
    ...{ payer, buyer, count: random.chance(0.9) ? count : count + 1 },
    ...{ salt: `${memory.salts++}`, validBefore: fullTime(books.now, 2) },
  };
  return { kind: "refund", order, refund };
}

function takeBack(books: Books, random: Random, memory: Memory): Action | undefined {
  if (memory.standing.length === 0) return undefined;
  const order = random.pick(memory.standing);
  if (random.chance(0.1)) {
    return { kind: "cancel all", side: order.side, seller: random.pick(books.stage.people) };
  }
  return { kind: "cancel", order };
}

function settleLedger(books: Books, random: Random): Action {
  const side = random.pick(SIDES);
  const { settlements, ledger } = books.sides[side];
  if (settlements.size > 0 && random.chance(0.6)) {
    const id = random.chance(0.9) ? random.pick([...settlements.keys()]) : 1;
    return { kind: "end settlement", side, id, isPaid: random.chance(0.7) };
  }
  const account = random.pick(books.stage.people);
  const received = ledger.get(account)?.receivable ?? 0n;
  const amount = random.chance(0.1) ? received + 1n : received;
  return { kind: "ask settlement", side, account, amount };
}

function give(books: Books, random: Random): Action | undefined {
  const side = random.pick(SIDES);
  const token = random.pick(books.stage.sides[side].tokens).address;
  const from = random.pick(books.stage.people);
  const held = balanceOf(books.sides[side], token, from);
  if (held === 0n) return undefined;
  const split = random.pick(books.stage.splits).address;
  return { kind: "give", side, token, split, from, amount: 1n + held / 100n };
}

function changeShares(books: Books, random: Random): Action | undefined {
  const side = random.pick(SIDES);
  const owned = books.stage.splits.filter(({ owner }) => owner !== undefined);
  const { address: split, owner = "" } = random.pick(owned);
  if (books.sides[side].splits.get(split)?.isMade !== true) return undefined;
  const count = 1 + random.below(5);
  const shares = Array.from({ length: count }, () => ({
    payee: random.pick(books.stage.people),
    weight: 1 + random.below(10_000),
    nested: false,
  }));
  const by = random.chance(0.9) ? owner : random.pick(books.stage.people);
  return { kind: "set shares", side, split, by, shares };
}
