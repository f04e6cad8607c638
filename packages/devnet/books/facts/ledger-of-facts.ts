import type {
  BatchFact,
  BatchSource,
  ChainFacts,
  Place,
  ShareFact,
} from "@ryugu/sdk/payout/statement";
import type { Address } from "@ryugu/sdk/primitives";
import type { Entry } from "../model/journal.ts";
import { type Lot, type Origin, sumOf } from "../model/lot.ts";
import type { Stage } from "../model/stage.ts";
import type { Landing } from "../model/state.ts";
import { type Account, across, key, SIDES, type Side } from "../model/words.ts";
import { CHAIN_IDS, wordOf } from "./place.ts";

type Of<Kind extends Entry["kind"]> = Extract<Entry, { kind: Kind }>;
type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Money = Pick<ShareFact, "rail" | "currency" | "reference">;

/** Writes the books down as facts, as if chains had told them. */
export class LedgerOfFacts {
  readonly #stage: Stage;
  readonly #conduits: ReadonlySet<Account>;
  readonly #facts: Writable<Omit<ChainFacts, "chains">> = {
    ...{ sales: [], shares: [], batches: [], refunds: [], claims: [] },
  };
  /** Messages that are on their way, by batch: where they stand among the batches. */
  readonly #messages = new Map<number, number>();
  /** Where sales were recorded, and where batches arrived. */
  readonly #places = new Map<string, Place>();
  #written = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#conduits = new Set([
      ...stage.splits.map(({ address }) => address),
      ...SIDES.flatMap((side) => [...stage.sides[side].routers.keys()]),
    ]);
  }

  write(entry: Entry, place: Place): void {
    const at = { ...place, logIndex: this.#written++ };
    if (entry.kind === "sale") this.#sale(entry, at);
    if (entry.kind === "refund") this.#refund(entry, at);
    if (entry.kind === "claim") this.#claim(entry, at);
    if (entry.kind === "sent") this.#sent(entry, at);
    if (entry.kind === "arrived") this.#arrived(entry, at);
    if (entry.kind === "divided") this.#divided(entry, at);
  }

  /** All facts, of blocks that were read up to the given ends. */
  facts(chains: ChainFacts["chains"]): ChainFacts {
    return { chains, ...this.#facts };
  }

  #sale(entry: Of<"sale">, at: Place): void {
    const { sale, order, shares, price, buyer, recipient, count, tokenId } = entry;
    const reference = wordOf(`sale ${sale}`);
    const of = (role: string) => sumOf(shares.filter((share) => share.role === role));
    this.#places.set(key("sale", sale), at);
    this.#facts.sales.push({
      ...at,
      market: this.#stage.sides[order.side].market as Address,
      orderHash: wordOf(`order ${order.salt}`),
      ...{ reference, tokenId, price, royalty: of("royalty"), fee: of("fee") },
      seller: order.seller as Address,
      buyer: buyer as Address,
      recipient: recipient as Address,
      standard: order.kind === "erc1155" ? "erc1155" : "erc721",
      collection: order.collection as Address,
      count: BigInt(count),
      currency: order.currency as Address,
      ...(order.intermediary === undefined
        ? {}
        : { intermediary: order.intermediary as Address, sponsor: SPONSOR }),
      isPrimary: order.kind === "voucher",
    });
    const money = moneyOf(order.rail, order.currency, reference);
    for (const share of shares) this.#share(at, money, share, share.role);
  }

  /** A credited refund waits for its buyer, and is no part of a payment. */
  #refund({ order, payer, buyer, amount, isCredited }: Of<"refund">, at: Place): void {
    const money = moneyOf(order.rail, order.currency, wordOf(`refund ${at.logIndex}`));
    const given = { payee: payer as Address, buyer: buyer as Address, amount };
    this.#facts.refunds.push({ ...at, ...money, ...given });
    const share = { payee: buyer, amount, isCredited, via: [] };
    if (isCredited) this.#share(at, money, share, "surplus");
  }

  #claim({ place, currency, payee, to, amount }: Of<"claim">, at: Place): void {
    this.#facts.claims.push({
      ...{ ...at, rail: place as Address, currency: currency as Address, amount },
      ...{ payee: payee as Address, to: to as Address },
    });
  }

  #sent({ side, batch, router, token, homeToken, amount, sources }: Of<"sent">, at: Place): void {
    this.#messages.set(batch, this.#facts.batches.length);
    this.#facts.batches.push({
      ...{ fromChain: CHAIN_IDS[side], toChain: CHAIN_IDS[across(side)], amount, sent: at },
      ...{ messageId: wordOf(`batch ${batch}`), router: router as Address },
      ...{ currency: token as Address, homeCurrency: homeToken as Address },
      sources: this.#sources(sources),
    });
  }

  #arrived({ side, batch, payee, amount }: Of<"arrived">, at: Place): void {
    const index = this.#messages.get(batch) ?? -1;
    const fact = this.#facts.batches[index];
    if (fact === undefined) throw new RangeError(`No batch ${batch} was sent.`);
    this.#facts.batches[index] = { ...fact, arrived: at };
    this.#places.set(key("batch", batch), at);
    const money = moneyOf(this.#stage.sides[side].vault, fact.homeCurrency, fact.messageId);
    this.#share(at, money, { payee, amount, via: [], isCredited: false }, "royalty");
  }

  #divided(entry: Of<"divided">, at: Place): void {
    const { side, batch, split, place, token, sources, landings } = entry;
    const chain = CHAIN_IDS[side];
    const money = moneyOf(place, token, wordOf(`batch ${batch}`));
    const fact: BatchFact = {
      ...{ fromChain: chain, toChain: chain, messageId: money.reference, router: split as Address },
      ...{ currency: money.currency, homeCurrency: money.currency, amount: sumOf(landings) },
      ...{ sent: at, arrived: at, sources: this.#sources(sources) },
    };
    this.#places.set(key("batch", batch), at);
    this.#facts.batches.push(fact);
    const isRoyalty = sources.every(({ role }) => role === "royalty");
    for (const landing of landings) {
      this.#share(at, money, landing, isRoyalty ? "royalty" : "proceeds");
    }
  }

  #sources(lots: readonly Lot[]): BatchSource[] {
    const sums = new Map<string, bigint>();
    for (const { origin, amount } of lots) {
      sums.set(nameOf(origin), (sums.get(nameOf(origin)) ?? 0n) + amount);
    }
    return [...sums].map(([name, amount]) => {
      const place = this.#places.get(name);
      if (place === undefined) throw new RangeError(`Nothing is known of ${name}.`);
      return { transaction: place.transaction, logIndex: place.logIndex, amount };
    });
  }

  #share(at: Place, money: Money, landing: Landing, role: ShareFact["role"]): void {
    const { payee, amount, via, isCredited } = landing;
    this.#facts.shares.push({
      ...{ ...at, part: this.#written++, ...money, role },
      ...{ payee: payee as Address, amount, isCredited, via: via as readonly Address[] },
      ...(this.#conduits.has(payee) ? { isForwarded: true } : {}),
    });
  }
}

/** The partner who answers for every intermediary. */
export const SPONSOR = "otohime";

const nameOf = (origin: Origin): string =>
  origin.kind === "sale" ? key("sale", origin.sale) : key("batch", origin.batch);

const moneyOf = (rail: Account, currency: Account, reference: Money["reference"]): Money => ({
  ...{ rail: rail as Address, currency: currency as Address, reference },
});

/** Where an entry's chain is. */
export const sideOf = (entry: Entry): Side => ("order" in entry ? entry.order.side : entry.side);
