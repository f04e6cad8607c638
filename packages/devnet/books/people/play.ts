import type { Action, Outcome } from "../model/action.ts";
import type { Entry } from "../model/journal.ts";
import type { Rules } from "../model/rules.ts";
import type { Stage } from "../model/stage.ts";
import { type Books, openBooks } from "../model/state.ts";
import { step } from "../model/step.ts";
import { across, SIDES } from "../model/words.ts";
import { choose } from "./choose.ts";
import { passTime } from "./clock.ts";
import { emptyMemory, type Memory, remember } from "./memory.ts";
import { randomFrom } from "./random.ts";

/** One thing that was done, when, and what came of it. */
export interface Deed {
  readonly number: number;
  readonly now: number;
  /** Whether time made a leap before it. */
  readonly isLater: boolean;
  readonly action: Action;
  readonly outcome: Outcome;
  /** As they stand now. */
  readonly books: Books;
}

export interface Playing {
  readonly stage: Stage;
  readonly seed: number;
  /** How many sales end it. */
  readonly sales: number;
  readonly rules?: Partial<Rules>;
}

/** Nobody tries such an order for long. */
const HOPELESS = new Set([
  ...["OrderNotOpen", "OrderNotSigned", "CountInvalid", "RoyaltyTooHigh", "VoucherNotSigned"],
  ...[
    "RoyaltyCannotTravel",
    "PolicyRefused",
    "BalanceTooLow",
    "ERC20InsufficientBalance",
    "ERC1155InsufficientBalance",
  ],
]);

/** What is there at the beginning besides the stage: representations of yen, which come over the lane. */
export const DOWRY = 10n ** 15n;

/** Plays until there were so many sales. What was done is given out one by one; the books are the model's as they stand then. */
export function* play({ stage, seed, sales, rules }: Playing): Generator<Deed, Books, void> {
  const books = openBooks(stage, rules);
  giveDowry(books);
  const random = randomFrom(seed);
  const memory = emptyMemory();
  let number = 0;
  while (books.sales < sales) {
    const isLater = passTime(books, random);
    const action = choose(books, random, memory);
    const outcome = step(books, action);
    learn(memory, action, outcome);
    yield { number: number++, now: books.now, isLater, action, outcome, books };
  }
  return books;
}

/** Everybody has money of the other chain: it was sent to them over the lane before. */
function giveDowry(books: Books): void {
  for (const side of SIDES) {
    const there = books.sides[across(side)];
    for (const { address, twin, isHome } of books.stage.sides[side].tokens) {
      if (isHome) continue;
      for (const person of books.stage.people) {
        books.sides[side].balances.set(`${address}/${person}`, DOWRY);
      }
      const all = DOWRY * BigInt(books.stage.people.length);
      books.sides[side].supply.set(address, all);
      const { vault } = books.stage.sides[across(side)];
      there.balances.set(`${twin}/${vault}`, all);
      there.vault.set(twin, all);
      there.supply.set(twin, all);
    }
  }
}

function learn(memory: Memory, action: Action, outcome: Outcome): void {
  if (!outcome.isDone) {
    if (action.kind === "buy" && HOPELESS.has(outcome.reason))
      forget(memory.standing, action.order);
    return;
  }
  for (const entry of outcome.entries) {
    if (entry.kind !== "sale") continue;
    const { order, buyer, count } = entry;
    remember(memory.sold, { order, buyer, count });
    if (order.kind === "erc721") forget(memory.standing, order);
  }
}

function forget<T>(list: T[], one: T): void {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
}

/** What was written down, of deeds that were done. */
export const entriesOf = ({ outcome }: Deed): readonly Entry[] =>
  outcome.isDone ? outcome.entries : [];
