import { safeLine } from "@ryugu/sdk/primitives";
import { type TransferStatus, transferStatusSchema } from "@ryugu/sdk/transfer";
import * as z from "zod/mini";

/** A stranger's words on one line, without characters that lie about themselves. */
const line = (limit: number) =>
  z.pipe(
    z.string().check(z.maxLength(4_096)),
    z.transform((text: string) => safeLine(text, limit)),
  );

const count = z.int().check(z.nonnegative());
const chain = z.string().check(z.regex(/^eip155:[0-9]{1,20}$/));
const hexText = z.string().check(z.regex(/^0x[0-9a-fA-F]{1,64}$/));

const nodeChainSchema = z.object({
  id: chain,
  /** The newest block that the node has heard of. */
  latest: z.optional(count),
  /** The newest block that it has read. */
  seen: z.optional(count),
  final: z.optional(count),
});

/** What `/v1/node` answers. */
export const nodeInfoSchema = z.object({
  partner: line(128),
  validator: z.optional(hexText),
  version: z.optional(line(64)),
  chains: z._default(z.array(nodeChainSchema).check(z.maxLength(256)), []),
  /** How many proofs it holds of validators that signed two heads. */
  twoHeads: z._default(count, 0),
});

/** One lane as a node sees it. */
export const laneSchema = z.object({
  laneId: hexText,
  originChain: chain,
  destinationChain: chain,
  count,
  finalCount: count,
  attested: count,
  delivered: count,
  halted: z.optional(z.object({ reason: line(300) })),
});

/** What one vault holds of one collection. */
const holdingSchema = z.object({
  homeToken: hexText,
  /** How many, in the token's smallest unit, as a decimal text. */
  units: z.string().check(z.regex(/^[0-9]{1,78}$/)),
});

/** One vault as a node sees it. */
export const vaultSchema = z.object({
  chain,
  counterpartChain: chain,
  vault: hexText,
  holdings: z._default(z.array(holdingSchema).check(z.maxLength(1_000)), []),
});

/** A node's own chains, version and partner. */
export type NodeInfo = z.output<typeof nodeInfoSchema>;
/** One lane's counts. */
export type LaneCounts = z.output<typeof laneSchema>;
/** One vault's holdings. */
export type Vault = z.output<typeof vaultSchema>;

/** Entries of a list that were readable, and how many were not. */
export interface ReadList<T> {
  values: T[];
  refused: number;
}

/**
 * Reads a list leniently: an entry that a node garbled does not hide the others.
 *
 * @param answer - a bare array, or an object that holds it under `name`
 */
export function readList<T>(
  schema: z.ZodMiniType<T>,
  answer: unknown,
  name: string,
  limit = 1_000,
): ReadList<T> {
  const list = Array.isArray(answer) ? answer : (answer as Record<string, unknown> | null)?.[name];
  if (!Array.isArray(list)) return { values: [], refused: 1 };
  const values: T[] = [];
  for (const entry of list.slice(0, limit)) {
    const read = schema.safeParse(entry);
    if (read.success) values.push(read.data);
  }
  return { values, refused: list.length - values.length };
}

const id = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const decimal = z.string().check(z.regex(/^[0-9]{1,78}$/));
const transaction = z.object({ chain, hash: id });

/** What the page asks of a transfer beyond its schema: bounded, and of the protocol's shapes. */
const shownTransferSchema = z.object({
  messageId: id,
  laneId: id,
  originChain: chain,
  destinationChain: chain,
  homeChain: chain,
  homeToken: account,
  /** No transfer of the protocol carries more. */
  assets: z.array(z.object({ id: decimal, amount: decimal })).check(z.maxLength(16)),
  sender: z.optional(account),
  recipient: z.optional(account),
  refundAccount: z.optional(account),
  signers: z.array(account).check(z.maxLength(256)),
  quorum: z.int().check(z.minimum(1), z.maximum(256)),
  sent: transaction,
  delivered: z.optional(transaction),
});

const MAX_REASON = 300;

/** One transfer as a node tells it, or undefined where it is not one. */
export function readTransfer(value: unknown): TransferStatus | undefined {
  const read = transferStatusSchema.safeParse(value);
  if (!read.success || !shownTransferSchema.safeParse(read.data).success) return undefined;
  const { parkedReason, ...status } = read.data;
  if (parkedReason === undefined) return status;
  return { ...status, parkedReason: safeLine(parkedReason, MAX_REASON) };
}
