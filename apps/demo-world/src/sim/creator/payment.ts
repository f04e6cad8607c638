import type { TokenReference } from "../item.ts";
import type { NodeEntry, NodeSale } from "./node-payouts.ts";

/**
 * What a creator got money for. `first`: the first sale of a work. `resale`: a later one, on the chain where the royalty was paid.
 * `home`: what a split divided, which is how royalties come home from other chains. `other`: a payment that is no sale.
 */
export const EARNING_KINDS = ["first", "resale", "home", "other"] as const;
export type EarningKind = (typeof EARNING_KINDS)[number];

/** Money that came to an account, or that it gave back. */
export interface Payment {
  /** Names the log that says so. */
  readonly key: string;
  readonly kind: EarningKind | "refund";
  /** `waiting`: it could not be paid and waits at `source`. `claimed`: it was taken from there since. */
  readonly state: "paid" | "waiting" | "claimed";
  readonly chain: string;
  /** The rail or split that paid. */
  readonly source: string;
  readonly currency: string;
  /** In the currency's smallest unit. */
  readonly amount: string;
  /** Unix seconds. */
  readonly time: number;
  readonly transaction: string;
  /** Where what was claimed went. */
  readonly to?: string;
  /** What was sold, as far as it is known. */
  readonly work?: TokenReference;
}

/** The sales that are known, by what their payments carry. */
export interface KnownSales {
  /** By chain, transaction and purpose: {@link saleKey}. */
  readonly byPayment: ReadonlyMap<string, NodeSale>;
  /** What a split's money came from, by chain and split: {@link splitKey}. Newest first. */
  readonly bySplit: ReadonlyMap<string, readonly NodeSale[]>;
}

/** Names the sale that an entry's money came from. */
export const saleKey = ({ chain, transaction, purpose }: Omit<NodeSale, "kind"> | NodeEntry) =>
  `${chain}/${transaction}/${purpose ?? ""}`.toLowerCase();

/** Names a split, or whatever else paid. */
export const splitKey = ({ chain, source }: Pick<NodeEntry, "chain" | "source">) =>
  `${chain}/${source}`.toLowerCase();

/** Names the log of an entry. */
export const entryKey = ({ chain, transaction, logIndex }: NodeEntry) =>
  `${chain}/${transaction}/${logIndex}`.toLowerCase();

/**
 * What came to an account, newest first. A claim takes all that waits at its source, so that credits before it are claimed.
 *
 * @param entries - in any order; what is told twice counts once
 */
export function toPayments(entries: readonly NodeEntry[], sales: KnownSales): Payment[] {
  const ordered = [...new Map(entries.map((one) => [entryKey(one), one])).values()].sort(isBefore);
  const claims = new Map<string, NodeEntry>();
  const payments: Payment[] = [];
  for (const entry of ordered) {
    const { kind, chain, source, currency, amount, time, transaction } = entry;
    const place = `${splitKey(entry)}/${currency.toLowerCase()}`;
    if (kind === "claimed") claims.set(place, entry);
    if (kind !== "paid" && kind !== "credited" && kind !== "refund") continue;
    const claim = kind === "credited" ? claims.get(place) : undefined;
    const sale = saleOf(entry, sales);
    payments.push({
      ...{ key: entryKey(entry), chain, source, currency, amount, time, transaction },
      kind: kind === "refund" ? "refund" : kindOf(entry, sale),
      state: kind !== "credited" ? "paid" : claim === undefined ? "waiting" : "claimed",
      ...(claim?.to === undefined ? {} : { to: claim.to }),
      ...(sale === undefined ? {} : { work: workOf(sale) }),
    });
  }
  return payments;
}

/** Newest first; within a chain as the chain has them. */
function isBefore(a: NodeEntry, b: NodeEntry): number {
  return b.time - a.time || b.block - a.block || b.logIndex - a.logIndex;
}

function saleOf(entry: NodeEntry, { byPayment, bySplit }: KnownSales): NodeSale | undefined {
  if (entry.purpose !== undefined) return byPayment.get(saleKey(entry));
  const before = bySplit.get(splitKey(entry))?.filter(({ time }) => time <= entry.time);
  // What was sold where the split is was paid at once: what it divides came from elsewhere.
  return before?.find(({ chain }) => chain !== entry.chain) ?? before?.[0];
}

function kindOf({ purpose }: NodeEntry, sale: NodeSale | undefined): EarningKind {
  if (purpose === undefined) return "home";
  if (sale === undefined) return "other";
  // Who makes a work by selling it, or is owed the royalty on it, is its creator.
  const isFirst =
    sale.goods === "voucher" || sale.royaltyReceiver.toLowerCase() === sale.payee.toLowerCase();
  return isFirst ? "first" : "resale";
}

const workOf = ({ chain, collection, tokenId }: NodeSale): TokenReference => ({
  chain,
  contract: collection,
  id: tokenId,
});
