import * as z from "zod/mini";
import { readList } from "../node-api.ts";

/** What a node tells of payments, as far as the desk reads it. A node is a stranger: everything is bounded. */

const count = z.int().check(z.nonnegative());
const chain = z.string().check(z.regex(/^eip155:[1-9][0-9]{0,18}$/));
const id = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const units = z.string().check(z.regex(/^[0-9]{1,78}$/));
/** Unix seconds that a calendar has: to the year 9999. */
const time = z.int().check(z.nonnegative(), z.maximum(253_402_300_799));

const entrySchema = z.object({
  kind: z.enum(["paid", "credited", "claimed", "divided", "payment", "refund"]),
  chain,
  source: account,
  currency: account,
  amount: units,
  purpose: z.optional(id),
  to: z.optional(account),
  time,
  block: count,
  transaction: id,
  logIndex: count,
});

const saleSchema = z.object({
  kind: z.enum(["sold", "refunded"]),
  chain,
  purpose: id,
  seller: account,
  goods: z.enum(["erc721", "erc1155", "voucher"]),
  collection: account,
  tokenId: units,
  royaltyReceiver: account,
  payee: account,
  time,
  transaction: id,
});

const comingSchema = z.object({
  chain,
  homeChain: chain,
  homeToken: account,
  currency: z.object({ homeChain: chain, token: account }),
  amount: units,
  state: z.enum([
    ...(["collecting", "due", "below-fee", "unpriced", "nothing"] as const),
    ...(["sent", "final", "attested", "delivered", "parked", "returned"] as const),
  ]),
  messageId: z.optional(id),
});

const sumSchema = z.object({
  chain,
  source: account,
  currency: account,
  claimable: units,
});

const routerSchema = z.object({
  homeChain: chain,
  receiver: account,
  waiting: z.array(z.unknown()).check(z.maxLength(1_000)),
  batches: z.array(z.object({ end: z.optional(z.string()) })).check(z.maxLength(1_000)),
});

const indexSchema = z.object({ chain });

/** Something that happened to an account's money, by one log. */
export type NodeEntry = z.output<typeof entrySchema>;
/** A sale or its refund. */
export type NodeSale = z.output<typeof saleSchema>;
/** Royalties on their way home. */
export type NodeComing = z.output<typeof comingSchema>;
/** What an account has at one source. */
export type NodeSum = z.output<typeof sumSchema>;

/** What a node knows of an account. */
export interface NodePayouts {
  sums: NodeSum[];
  onTheWay: NodeComing[];
  /** The chains whose payments the node reads. */
  chains: string[];
}

const MOST_INDEXES = 64;
/** The most that a node's page has. */
const PAGE = 100;

/** Reads `/v1/payouts/{account}`. What makes no sense is left out. */
export function readPayouts(answer: unknown): NodePayouts {
  return {
    sums: readList(sumSchema, answer, "sums").values,
    onTheWay: readList(comingSchema, answer, "onTheWay").values,
    chains: readList(indexSchema, answer, "indexes", MOST_INDEXES).values.map((one) => one.chain),
  };
}

/** One page, and where the next begins. */
export interface NodePage<T> {
  values: T[];
  next?: number;
}

/** Reads `/v1/payouts/{account}/entries`. */
export const readEntries = (answer: unknown): NodePage<NodeEntry> => ({
  values: readList(entrySchema, answer, "entries", PAGE).values,
  ...nextOf(answer),
});

/** Reads `/v1/sales`. */
export const readSales = (answer: unknown): NodePage<NodeSale> => ({
  values: readList(saleSchema, answer, "sales", PAGE).values,
  ...nextOf(answer),
});

/** Reads `/v1/royalties`: to whom routers pay that have something under way, with the chain where. */
export function readMovingReceivers(answer: unknown): { chain: string; account: string }[] {
  return readList(routerSchema, answer, "routers", PAGE)
    .values.filter(
      ({ waiting, batches }) => waiting.length > 0 || batches.some(({ end }) => end === undefined),
    )
    .map(({ homeChain, receiver }) => ({ chain: homeChain, account: receiver }));
}

function nextOf(answer: unknown): { next?: number } {
  const next = (answer as { next?: unknown } | null)?.next;
  return Number.isSafeInteger(next) && Number(next) > 0 ? { next: Number(next) } : {};
}
