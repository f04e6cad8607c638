import type { Entry } from "../model/journal.ts";
import { type Lot, sumOf } from "../model/lot.ts";
import type { Landing } from "../model/state.ts";
import { key } from "../model/words.ts";

/** Whom money only passes through. */
export interface Conduits {
  isConduit(account: string): boolean;
  /** What sends royalties home, over a lane. */
  isRouter(account: string): boolean;
}

/** Splits in splits are looked into so deep. */
const DEPTH = 4;

/** Counts along what is written down, by itself: what the books say of orders and royalties is not asked. */
export class Tally {
  /** What was sold and given back of an order. */
  readonly #sold = new Map<string, number>();
  readonly #refunded = new Map<string, bigint>();
  /** Of batches what left, what arrived of each. */
  readonly #batches = new Map<number, bigint>();
  readonly #landed = new Map<number, bigint>();
  /** Of sales and batches what went to routers and splits, less what left them. */
  readonly #forwarded = new Map<string, bigint>();
  readonly #conduits: Conduits;
  readonly wrong: string[] = [];

  constructor(conduits: Conduits) {
    this.#conduits = conduits;
  }

  count(entry: Entry): void {
    switch (entry.kind) {
      case "sale":
        this.#sale(entry);
        return;
      case "refund": {
        const { order, amount } = entry;
        const all = (this.#refunded.get(order.salt) ?? 0n) + amount;
        this.#refunded.set(order.salt, all);
        const most = order.price * BigInt(this.#sold.get(order.salt) ?? 0);
        this.#need(all <= most, `order ${order.salt}: ${all} given back of ${most}`);
        return;
      }
      case "sent":
        this.#batches.set(entry.batch, entry.amount);
        this.#pass(entry.sources);
        return;
      case "arrived":
        this.#land(entry.batch, entry.amount);
        this.#forward(key("batch", entry.batch), [entry]);
        return;
      case "divided":
        this.#pass(entry.sources);
        this.#reach(`batch ${entry.batch}`, entry.landings);
        this.#forward(key("batch", entry.batch), entry.landings);
        return;
      case "claim":
        return;
    }
  }

  #sale({ order, sale, count, price, shares }: Extract<Entry, { kind: "sale" }>): void {
    const paid = sumOf(shares);
    this.#need(paid === price, `sale ${sale}: ${paid} is not its price, ${price}`);
    const fee = sumOf(shares.filter(({ role }) => role === "fee"));
    this.#need(fee * 10_000n <= price * order.fee, `sale ${sale}: a fee of ${fee}`);
    const sold = (this.#sold.get(order.salt) ?? 0) + count;
    this.#sold.set(order.salt, sold);
    this.#need(sold <= order.quantity, `order ${order.salt}: ${sold} sold of ${order.quantity}`);
    this.#reach(`sale ${sale}`, shares);
    const isPrepaid = order.rail === order.currency;
    const stranded = shares.filter(
      ({ role, payee }) => isPrepaid && role === "royalty" && this.#conduits.isRouter(payee),
    );
    this.#need(stranded.length === 0, `sale ${sale}: a royalty that never reaches its creators`);
    this.#forward(key("sale", sale), shares);
  }

  /** No list makes a payment go on and on. */
  #reach(of: string, landings: readonly Pick<Landing, "via">[]): void {
    const deepest = Math.max(0, ...landings.map(({ via }) => via.length));
    this.#need(deepest <= DEPTH, `${of}: through ${deepest} splits`);
  }

  /** Notes what went to routers and splits. */
  #forward(of: string, shares: readonly { payee: string; amount: bigint }[]): void {
    const amount = sumOf(shares.filter(({ payee }) => this.#conduits.isConduit(payee)));
    if (amount > 0n) this.#forwarded.set(of, amount);
  }

  /** Of nothing more is passed on than came: a royalty is paid once, however often it crosses. */
  #pass(sources: readonly Lot[]): void {
    for (const { origin, amount } of sources) {
      const of = origin.kind === "sale" ? key("sale", origin.sale) : key("batch", origin.batch);
      const left = (this.#forwarded.get(of) ?? 0n) - amount;
      this.#need(left >= 0n, `${of}: ${-left} more was passed on than had come`);
      if (left === 0n) this.#forwarded.delete(of);
      else this.#forwarded.set(of, left);
    }
  }

  #land(batch: number, amount: bigint): void {
    const landed = (this.#landed.get(batch) ?? 0n) + amount;
    this.#landed.set(batch, landed);
    const sent = this.#batches.get(batch) ?? 0n;
    this.#need(landed <= sent, `batch ${batch}: ${landed} arrived of ${sent}`);
  }

  #need(holds: boolean, otherwise: string): void {
    if (!holds) this.wrong.push(otherwise);
  }
}
