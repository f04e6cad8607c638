import type { Place, ShareFact, ShareRole } from "../../payout/statement/index.ts";
import { type Address, address, type Bytes32, bytes32 } from "../../primitives/index.ts";
import type { ChainLogs } from "./chain-logs.ts";
import type { ChainPart, Known, Paid } from "./chain-part.ts";
import type { FactLog } from "./events.ts";
import { Lots, sourcesOf, sumOf } from "./lots.ts";
import {
  divided,
  type Leaf,
  type ListedShare,
  leavesOf,
  pathsOf,
  RAIL_LEVELS,
  SPLIT_LEVELS,
} from "./paths.ts";
import { placeReference } from "./reference.ts";
import { firstOf, saleFactOf, salePartsOf } from "./sale-fact.ts";

/** A payment looks into splits for so many payees. */
const MOST_NESTED = 64;
/** The longest list of a split. */
const MOST_SHARES = 500;

/** What was divided, and how many more payees could be paid through splits in it. */
interface Divided {
  readonly rail: Address;
  readonly currency: Address;
  readonly split: Address;
  readonly amount: bigint;
  readonly room: { left: number };
}

/** Follows the money through one chain's logs, in their order. */
export class ChainFollower {
  readonly #record: ChainLogs;
  readonly #known: Known;
  readonly #conduits: ReadonlySet<string>;
  readonly #lots = new Lots();
  readonly #lists = new Map<Address, readonly ListedShare[]>();
  readonly #parked = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #landed = new Set<FactLog>();
  /** What was told in the transaction that is read, and belongs to something that is told later. */
  #transaction = "";
  #paid = new Map<string, Paid[]>();
  #reasons: FactLog[] = [];
  readonly part: ChainPart = {
    ...{ sales: [], shares: [], batches: [], refunds: [], claims: [], arrivals: new Map() },
  };

  constructor(record: ChainLogs, known: Known) {
    this.#record = record;
    this.#known = known;
    this.#conduits = known.conduits.get(record.covered.id) ?? new Set();
  }

  follow(): ChainPart {
    for (const { name, transaction, args } of this.#record.logs) {
      if (name === "MessageParked") this.#parked.add(`${transaction}/${args.messageId}`);
    }
    for (const log of this.#record.logs) {
      if (log.transaction !== this.#transaction) {
        this.#transaction = log.transaction;
        this.#paid = new Map();
        this.#reasons = [];
      }
      this.#read(log);
    }
    return this.part;
  }

  #read(log: FactLog): void {
    const { name, args } = log;
    if (name === "SplitCreated") this.#list(address(args.split), args.shares);
    if (name === "SharesChanged") this.#list(log.address, args.shares);
    if (name === "Sold" || name === "Refunded") this.#reasons.push(log);
    if (name === "SharePaid" || name === "ShareCredited") {
      const isCredited = name === "ShareCredited";
      this.#hold(log.address, { log, payee: address(args.payee), amount: args.amount, isCredited });
    }
    if (name === "PaymentMade") this.#payment(log);
    if (name === "Transfer") {
      this.#hold(`${address(args.from)}/${log.address}`, {
        ...{ log, payee: address(args.to), amount: args.value, isCredited: false },
      });
    }
    if (name === "Credited" && this.#record.splits.has(log.address)) {
      this.#hold(`${log.address}/${address(args.currency)}`, {
        ...{ log, payee: address(args.payee), amount: args.amount, isCredited: true },
      });
    }
    if (name === "Distributed") this.#division(log);
    if (name === "CreditClaimed") this.#claim(log);
    if (name === "RoyaltiesForwarded") this.#forwarding(log);
    if (name === "MessagesDelivered") this.#delivery(log);
    if (name === "MessageClaimed" || name === "MessageRetried") {
      this.#arrival(log, args.messageId);
    }
    if (name === "MessageRedirected") this.#arrival(log, args.messageId, address(args.recipient));
  }

  #list(split: Address, shares: readonly { payee: string; weight: bigint; nested: boolean }[]) {
    const list = [...shares].map(({ payee, weight, nested }) => ({
      ...{ payee: address(payee), weight: BigInt(weight), nested },
    }));
    this.#lists.set(split, list);
  }

  #hold(name: string, paid: Paid): void {
    const held = this.#paid.get(name);
    if (held === undefined) this.#paid.set(name, [paid]);
    else held.push(paid);
  }

  #taken(name: string): Paid[] {
    const held = this.#paid.get(name) ?? [];
    this.#paid.delete(name);
    return held;
  }

  /** A rail's payment, after its shares: of a sale, a refund, or something else. */
  #payment(log: FactLog): void {
    const { purpose } = log.args;
    const paid = this.#taken(log.address).filter((one) => one.log.args.purpose === purpose);
    const at = this.#reasons.findIndex((reason) => reason.args.purpose === purpose);
    const [reason] = at < 0 ? [] : this.#reasons.splice(at, 1);
    if (reason?.name === "Sold") this.#sale(reason, log, paid);
    else if (reason?.name === "Refunded") this.#refund(reason, log, paid);
    else {
      const money = this.#money(log, address(log.args.currency), bytes32(purpose));
      for (const one of paid) this.#share(one, money, "proceeds", []);
      this.#note(paid, log.address, money.currency, {
        from: this.#place(paid[0]?.log ?? log),
        isRoyalty: false,
      });
    }
  }

  #sale(sold: FactLog, made: FactLog, paid: readonly Paid[]): void {
    // Where the market told of it: its shares come after it, also where one transaction sells the same twice.
    const at = this.#place(sold);
    const sale = saleFactOf(sold, at);
    this.part.sales.push(sale);
    const room = { left: MOST_NESTED };
    const money = this.#money(made, sale.currency, sale.reference);
    let rest = [...paid];
    for (const { role, payee, amount } of salePartsOf(sold)) {
      const own = firstOf(rest, amount);
      rest = rest.slice(own.length);
      // A fee's payee is not looked into, and a seller's own account is no split.
      const levels = role === "fee" ? 1 : RAIL_LEVELS;
      const expected = leavesOf({ payee, amount, via: [] }, levels, { lists: this.#lists, room });
      const paths = pathsOf(own, expected, payee);
      for (const [i, one] of own.entries()) this.#share(one, money, role, paths[i] ?? []);
      this.#note(own, made.address, sale.currency, { from: at, isRoyalty: role === "royalty" });
    }
    for (const one of rest) this.#share(one, money, "surplus", []);
  }

  #refund(told: FactLog, made: FactLog, paid: readonly Paid[]): void {
    const { purpose, buyer, payer, paid: amount } = told.args;
    const money = this.#money(made, address(made.args.currency), bytes32(purpose));
    this.part.refunds.push({
      ...{ ...this.#place(told), ...money, amount },
      ...{ payee: address(payer), buyer: address(buyer) },
    });
    // What waits for the buyer is claimed like any other credit.
    for (const one of paid) if (one.isCredited) this.#share(one, money, "surplus", []);
  }

  /** A division, or a part of one: what its split paid and credited for it before. */
  #division(log: FactLog): void {
    const { address: split, args } = log;
    if (!this.#record.splits.has(split)) return;
    const currency = address(args.currency);
    const paid = this.#taken(`${split}/${currency}`);
    const room = { left: Number.POSITIVE_INFINITY };
    this.#divided(log, paid, { rail: split, currency, split, amount: args.amount, room });
  }

  /** Money that was in a split, or owed to it by a ledger, went to its payees. */
  #divided(
    log: FactLog,
    paid: readonly Paid[],
    { rail, currency, split, ...whole }: Divided,
  ): void {
    const amount = sumOf(paid);
    if (amount === 0n) return;
    const at = this.#place(log);
    const lots = this.#lots.take(lotName(currency, split), amount);
    const isRoyalty = lots.every((lot) => lot.isRoyalty);
    const messageId = placeReference(at);
    const chain = this.#record.covered.id;
    this.part.batches.push({
      ...{ fromChain: chain, toChain: chain, messageId, router: split, currency, amount },
      ...{ homeCurrency: currency, sent: at, arrived: at, sources: sourcesOf(lots) },
    });
    const list = this.#lists.get(split) ?? [];
    const leaf: Leaf = { payee: split, amount: whole.amount, via: [] };
    const lists = { lists: this.#lists, room: whole.room };
    const paths = pathsOf(paid, divided(leaf, list, SPLIT_LEVELS, lists), split);
    const money = { rail, currency, reference: messageId };
    const role = isRoyalty ? "royalty" : "proceeds";
    for (const [i, one] of paid.entries()) this.#share(one, money, role, paths[i] ?? [split]);
    this.#note(paid, rail, currency, { from: at, isRoyalty });
  }

  #claim(log: FactLog): void {
    const { payee, currency, to, amount } = log.args;
    const [from, token] = [address(payee), address(currency)];
    this.part.claims.push({
      ...{ ...this.#place(log), rail: log.address, currency: token, amount },
      ...{ payee: from, to: address(to) },
    });
    const name = lotName(token, from, log.address);
    for (const lot of this.#lots.take(name, amount))
      this.#lots.add(lotName(token, address(to)), lot);
    // A ledger has no account for a split: it has just paid the split's payees.
    const paid = this.#taken(log.address);
    const split = address(to);
    const room = { left: MOST_SHARES + MOST_NESTED - (this.#lists.get(split)?.length ?? 0) };
    this.#divided(log, paid, { rail: log.address, currency: token, split, amount, room });
  }

  #forwarding(log: FactLog): void {
    const message = this.#known.messages.get(log.args.messageId);
    if (message === undefined || this.#known.returned.has(message.messageId)) return;
    const { fromChain, toChain, router, currency, homeCurrency, amount } = message;
    const lots = this.#lots.take(lotName(currency, router), amount);
    this.part.batches.push({
      ...{ fromChain, toChain, router, currency, homeCurrency, amount },
      messageId: bytes32(message.messageId),
      ...{ sent: this.#place(log), sources: sourcesOf(lots) },
    });
  }

  #delivery(log: FactLog): void {
    const { laneId, first, last } = log.args;
    for (const { messageId, laneId: lane, sequence, toChain } of this.#known.messages.values()) {
      if (lane !== laneId || toChain !== this.#record.covered.id) continue;
      if (sequence >= Number(first) && sequence <= Number(last)) this.#arrival(log, messageId);
    }
  }

  #arrival(log: FactLog, messageId: string, redirected?: Address): void {
    const message = this.#known.messages.get(messageId);
    const isElsewhere = message?.toChain !== this.#record.covered.id;
    if (message === undefined || isElsewhere || this.#known.returned.has(messageId)) return;
    if (this.#ended.has(messageId) || this.#parked.has(`${log.transaction}/${messageId}`)) return;
    this.#ended.add(messageId);
    const { amount, homeCurrency: currency, recipient } = message;
    const payee = redirected ?? recipient;
    const landed = this.#transferTo(log, currency, payee, amount) ?? log;
    const at = this.#place(landed);
    this.part.arrivals.set(messageId, at);
    const one = { log: landed, payee, amount, isCredited: false };
    const money = { rail: log.address, currency, reference: bytes32(messageId) };
    this.#share(one, money, "royalty", []);
    this.#note([one], log.address, currency, { from: at, isRoyalty: true });
  }

  /** The token's own word: several messages of one delivery share the gateway's. */
  #transferTo({ transaction }: FactLog, token: Address, to: Address, amount: bigint) {
    const transfers = this.#known.transfers.get(this.#record.covered.id) ?? [];
    const found = transfers.find(
      (one) =>
        one.transaction === transaction &&
        !this.#landed.has(one) &&
        one.address === token &&
        address(one.args.to) === to &&
        one.args.value === amount,
    );
    if (found !== undefined) this.#landed.add(found);
    return found;
  }

  #share(
    { log, payee, amount, isCredited }: Paid,
    money: Pick<ShareFact, "rail" | "currency" | "reference">,
    role: ShareRole,
    via: readonly Address[],
  ): void {
    this.part.shares.push({
      ...{ ...this.#place(log), ...money, payee, amount, isCredited, via, role },
      ...(this.#conduits.has(payee) && role !== "surplus" ? { isForwarded: true } : {}),
    });
  }

  /** Notes what money in splits and routers came from. */
  #note(
    paid: readonly Paid[],
    rail: Address,
    currency: Address,
    { from, isRoyalty }: { from: Pick<Place, "transaction" | "logIndex">; isRoyalty: boolean },
  ): void {
    for (const { payee, amount, isCredited } of paid) {
      if (!this.#conduits.has(payee)) continue;
      const name = isCredited ? lotName(currency, payee, rail) : lotName(currency, payee);
      this.#lots.add(name, { from, isRoyalty, amount });
    }
  }

  #money({ address: rail }: FactLog, currency: Address, reference: Bytes32) {
    return { rail, currency, reference };
  }

  #place({ block, transaction, logIndex }: FactLog): Place {
    const found = this.#record.blocks.get(block);
    const { hash: blockHash = transaction as Bytes32, time = 0 } = found ?? {};
    const chain = this.#record.covered.id;
    return { chain, block, blockHash, time, transaction: bytes32(transaction), logIndex };
  }
}

const lotName = (...names: readonly Address[]): string => names.join("/");
