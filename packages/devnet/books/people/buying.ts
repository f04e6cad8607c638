import type { Action } from "../model/action.ts";
import { balanceOf } from "../model/balances.ts";
import type { Order, Purchase } from "../model/order.ts";
import { HOLDING_LIMIT } from "../model/stage.ts";
import type { Books } from "../model/state.ts";
import { type Account, key } from "../model/words.ts";
import { fullTime } from "./clock.ts";
import { type Memory, remember } from "./memory.ts";
import { newOrder } from "./offering.ts";
import type { Random } from "./random.ts";

/** Orders that stand at once. */
const ENOUGH = 24;

/** Somebody offers something, makes ready to buy, or buys. */
export function trade(books: Books, random: Random, memory: Memory): Action {
  if (memory.standing.length < ENOUGH) {
    const order = newOrder(books, random, memory);
    remember(memory.standing, order);
    if (order.kind !== "voucher" && !random.chance(0.02)) return { kind: "approve", order };
  }
  if (memory.tried.length > 0 && random.chance(0.03)) {
    return { kind: "buy", ...random.pick(memory.tried) };
  }
  const order = random.pick(memory.standing);
  const purchase = newPurchase(books, random, memory, order);
  const before = funding(books, random, order, purchase);
  if (before !== undefined) return before;
  remember(memory.tried, { order, purchase });
  return { kind: "buy", order, purchase };
}

function newPurchase(books: Books, random: Random, memory: Memory, order: Order): Purchase {
  const others = books.stage.people.filter((person) => person !== order.seller);
  const buyer = order.buyer !== undefined && random.chance(0.8) ? order.buyer : random.pick(others);
  const isLate = random.chance(0.005);
  return {
    buyer,
    recipient: random.chance(0.9) ? buyer : random.pick(books.stage.people),
    count: random.chance(0.8) ? 1 : 1 + random.below(order.quantity + 1),
    // A salt comes again now and then: the same word twice, or the same salt for something else.
    salt: random.chance(0.02) ? "again" : `${memory.salts++}`,
    validBefore: fullTime(books.now, isLate ? 0 : 2 + random.below(5)),
    isSigned: !random.chance(0.005),
  };
}

/** Buyers mostly see to it that they can pay. */
function funding(
  books: Books,
  random: Random,
  { side, rail, currency, price }: Order,
  { buyer, count }: Purchase,
): Action | undefined {
  const here = books.sides[side];
  const needed = price * BigInt(count);
  if (random.chance(0.01)) return undefined;
  if (currency !== rail) {
    if (balanceOf(here, currency, buyer) >= needed || isHeld(books, order(side, currency), buyer)) {
      return undefined;
    }
    const isHome = books.stage.sides[side].tokens.some(
      (token) => token.address === currency && token.isHome,
    );
    // What stands for the other chain's yen comes with whom it was sent to: at the beginning everybody has much of it.
    if (!isHome) return undefined;
    return { kind: "mint", side, token: currency, to: buyer, amount: needed * 20n };
  }
  const account = here.ledger.get(buyer);
  if (account === undefined || account.status === "none") {
    return { kind: "status", side, account: buyer, status: "open" };
  }
  if (account.status !== "open" || account.spendable >= needed || needed > HOLDING_LIMIT) {
    return undefined;
  }
  return { kind: "top up", side, account: buyer, amount: HOLDING_LIMIT - account.spendable };
}

const order = (side: Order["side"], currency: Account) => ({ side, currency });

const isHeld = (
  books: Books,
  { side, currency }: { side: Order["side"]; currency: Account },
  account: Account,
): boolean => {
  const { blocked, paused } = books.sides[side];
  return paused.has(currency) || blocked.has(key(currency, account));
};
