import * as z from "zod/mini";

const hexText = z.string().check(z.regex(/^0x[0-9a-fA-F]*$/));
const transaction = z.object({
  chain: z.string(),
  hash: hexText,
  block: z.int(),
  /** Unix seconds of the block. */
  time: z.int(),
});

/**
 * Where a transfer stands. `sent` may still be undone by a reorg of its chain; `final` cannot; `attested`
 * has a quorum of signatures; then it is `delivered`, or `parked` until somebody retries it, or `returned`: it came too
 * late, and what it carried goes back.
 */
export const transferStateSchema = z.enum([
  "sent",
  "final",
  "attested",
  "delivered",
  "parked",
  "returned",
]);

/** One message's journey over its lane as a node reports it. Integers over 2^53 are decimal texts. */
export const transferStatusSchema = z.object({
  messageId: hexText,
  laneId: hexText,
  sequence: z.int(),
  kind: z.enum(["transfer", "forward", "return", "collection"]),
  state: transferStateSchema,
  originChain: z.string(),
  destinationChain: z.string(),
  homeChain: z.string(),
  homeToken: hexText,
  standard: z.enum(["erc721", "erc1155", "erc20"]),
  assets: z.array(z.object({ id: z.string(), amount: z.string() })),
  /** Absent in a Collection message and a Return. */
  sender: z.optional(hexText),
  recipient: z.optional(hexText),
  refundAccount: z.optional(hexText),
  /** Unix seconds. */
  deadline: z.optional(z.int()),
  /** The validators whose attestation covers this message, in order of arrival. */
  signers: z.array(hexText),
  /** How many are needed. */
  quorum: z.int(),
  sent: transaction,
  delivered: z.optional(transaction),
  /** Why it is parked: the revert data, decoded where it can be. */
  parkedReason: z.optional(z.string()),
  /** Who had it instead of its recipient: the account that the recipient named while it was parked. */
  redirectedTo: z.optional(hexText),
  /**
   * The message that carries on what this one carried: of a Forward the Transfer that home sent, of what was returned the
   * Return, of a Return that passes through home the Return that home sent.
   */
  next: z.optional(z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/))),
  /** Of a Return: the chain that what it carries came from, and goes back to. */
  refundChain: z.optional(z.string()),
  /** Of a Return: the message that ended. */
  returnedId: z.optional(hexText),
});

/** Where a transfer stands, in one word. */
export type TransferState = z.output<typeof transferStateSchema>;
/** One message's journey as a node reports it. */
export type TransferStatus = z.output<typeof transferStatusSchema>;
