import { handOver, isOffered } from "./goods.ts";
import type { Entry } from "./journal.ts";
import type { Order, Purchase, Refund } from "./order.ts";
import { noteLots, type PaymentPart, pay } from "./pay.ts";
import { refuseIf } from "./refusal.ts";
import type { Books, OrderBook, SideBooks } from "./state.ts";
import { key } from "./words.ts";

const WHOLE = 10_000n;

/** Sells tokens of an order. */
export function buy(books: Books, order: Order, purchase: Purchase): Entry[] {
  const { buyer, recipient, count } = purchase;
  const here = books.sides[order.side];
  const record = recordOf(here, order);
  checkOrder(books, order, record, count);
  checkPurchase(books, order, purchase);
  const price = order.price * BigInt(count);
  // What the goods or the money refuse takes everything back: nothing is written before both agreed.
  const { tokenId, write } = handOver(books, order, recipient, count);
  const parts = partsOf(books, order, price);
  const shares = pay(books, {
    ...{ side: order.side, rail: order.rail, currency: order.currency, payer: buyer, parts },
    ...{ salt: purchase.salt, validBefore: purchase.validBefore, isSigned: purchase.isSigned },
    purpose: key("purchase", order.salt, buyer, recipient, count),
    isRefund: false,
  });
  write();
  if (books.rules.ordersAreCounted) record.sold += count;
  countForCap(books, order, buyer, count);
  const sale = books.sales++;
  noteLots(books, order, sale, shares);
  return [{ kind: "sale", sale, order, buyer, recipient, count, tokenId, price, shares }];
}

/** Gives a price back. */
export function refund(books: Books, order: Order, given: Refund): Entry[] {
  const { payer, buyer, count, salt, validBefore } = given;
  const record = recordOf(books.sides[order.side], order);
  refuseIf(count < 1 || count > record.sold - record.refunded, "RefundTooHigh");
  const amount = order.price * BigInt(count);
  const [share] = pay(books, {
    ...{ side: order.side, rail: order.rail, currency: order.currency, payer, salt, validBefore },
    purpose: key("refund", order.salt, payer, buyer, count),
    ...{ isSigned: true, isRefund: true },
    parts: [{ payee: buyer, amount, nested: false, role: "proceeds" }],
  });
  if (books.rules.refundsAreCounted) record.refunded += count;
  return [{ kind: "refund", order, payer, buyer, amount, isCredited: share?.isCredited === true }];
}

/** What happened to an order so far. */
export function recordOf(here: SideBooks, { seller, salt }: Order): OrderBook {
  const name = key(seller, salt);
  const before = here.orders.get(name);
  if (before !== undefined) return before;
  const record = { sold: 0, refunded: 0, isCancelled: false };
  here.orders.set(name, record);
  return record;
}

function checkOrder(books: Books, order: Order, record: OrderBook, count: number): void {
  const { counters } = books.sides[order.side];
  const isBack = record.isCancelled || order.counter !== (counters.get(order.seller) ?? 0);
  const isClosed =
    isBack ||
    record.sold >= order.quantity ||
    books.now <= order.validAfter ||
    books.now >= order.validBefore;
  refuseIf(isClosed, "OrderNotOpen");
  refuseIf(count < 1 || count > order.quantity - record.sold, "CountInvalid");
  refuseIf(!order.isSigned, "OrderNotSigned");
  refuseIf(!isOffered(books, order), "OrderNotOpen");
}

function checkPurchase(books: Books, order: Order, { buyer, recipient, count }: Purchase): void {
  const { seller, side, cap } = order;
  refuseIf(order.buyer !== undefined && order.buyer !== buyer, "BuyerInvalid");
  const { market } = books.stage.sides[side];
  refuseIf(recipient === market || recipient === seller, "RecipientInvalid");
  if (cap === undefined) return;
  const bought = books.sides[side].bought.get(capKey(order, buyer)) ?? 0;
  refuseIf(bought + count > cap.most, "PolicyRefused");
}

function countForCap(books: Books, order: Order, buyer: string, count: number): void {
  if (order.cap === undefined) return;
  const { bought } = books.sides[order.side];
  const name = capKey(order, buyer);
  bought.set(name, (bought.get(name) ?? 0) + count);
}

const capKey = ({ seller, cap }: Order, buyer: string) =>
  key(seller, cap?.most ?? 0, cap?.tag ?? 0, buyer);

/** Royalty, fee, rest. Creators who sell their own work get royalty and rest as one. */
function partsOf(books: Books, order: Order, price: bigint): PaymentPart[] {
  const royalty = royaltyOf(books, order, price);
  refuseIf(royalty.amount > (price * order.mostRoyalty) / WHOLE, "RoyaltyTooHigh");
  const { rules } = books;
  const isRouted = books.stage.sides[order.side].routers.has(royalty.receiver);
  const isStranded = isRouted && order.rail === order.currency;
  refuseIf(isStranded && rules.royaltiesTravel, "RoyaltyCannotTravel");
  const fee = (price * order.fee + (rules.feesRoundDown ? 0n : WHOLE - 1n)) / WHOLE;
  const isOne = royalty.receiver === order.payee;
  const apart = isOne ? 0n : royalty.amount;
  const nested = isOne || order.payee !== order.seller;
  const parts: PaymentPart[] = [
    { payee: royalty.receiver, amount: apart, nested: true, role: "royalty" },
    { payee: order.intermediary ?? "", amount: fee, nested: false, role: "fee" },
    { payee: order.payee, amount: price - apart - fee, nested, role: "proceeds" },
  ];
  return parts.filter(({ amount }) => amount > 0n);
}

/** What the collection asks. Who makes a work by selling it owes none. */
function royaltyOf(books: Books, { kind, collection, side }: Order, price: bigint) {
  const nothing = { receiver: "", amount: 0n };
  if (kind === "voucher") return nothing;
  const found = books.stage.collections.find(
    (one) => one.address === collection && one.side === side,
  );
  if (found?.royalty === undefined) return nothing;
  const amount = (price * found.royalty.bps) / WHOLE;
  return amount === 0n ? nothing : { receiver: found.royalty.receiver, amount };
}
