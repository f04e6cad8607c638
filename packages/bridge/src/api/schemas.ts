import { transferStatusSchema } from "@ryugu/sdk/transfer";
import * as z from "zod";

const word = z.string().regex(/^0x[0-9a-fA-F]{64}$/, "expected 32 bytes of hex");
const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address");
const whole = z.int().nonnegative();
const count = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);
const sequence = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The schemas of everything that the API takes and answers; OpenAPI is made of them. */
export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.array(z.string()),
  retryable: z.boolean(),
  docs: z.string(),
});

export const healthSchema = z.object({
  status: z.literal("ok"),
  uptime: whole.describe("Seconds."),
});

export const readySchema = z.object({
  ready: z.boolean(),
  tasks: z.array(
    z.object({
      name: z.string(),
      healthy: z.boolean(),
      standby: z.boolean().optional().describe("Another process of the node does it now."),
      problem: z.string().optional(),
    }),
  ),
});

export const nodeSchema = z.object({
  partner: z.string(),
  validator: account,
  version: z.string(),
  zone: z.string(),
  zoneId: word,
  chains: z.array(
    z.object({
      id: z.string(),
      latest: whole.optional().describe("The newest block this node has looked at."),
      latestTime: whole.optional().describe("Unix seconds of that block."),
      seen: whole.optional(),
      final: whole.optional(),
      lag: whole.optional().describe("Blocks between the newest and the last one read."),
    }),
  ),
  twoHeads: whole.describe("Proofs of validators that signed two heads, at most 100 counted."),
});

const haltSchema = z.object({
  time: whole,
  reason: z.string(),
  details: z.array(z.string()).readonly(),
});

export const laneSchema = z.object({
  laneId: word,
  originChain: z.string(),
  destinationChain: z.string(),
  anchor: whole,
  count: whole.describe("Messages seen on the origin."),
  finalCount: whole.describe("Of those, the ones in final blocks."),
  head: word.describe("The head at finalCount, computed by this node."),
  attested: whole.describe("The highest sequence that a quorum attested."),
  delivered: whole.describe("The highest sequence that the destination consumed."),
  halted: haltSchema.optional(),
});

export const lanesSchema = z.object({ lanes: z.array(laneSchema) });

export const vaultsSchema = z.object({
  vaults: z.array(
    z.object({
      chain: z.string(),
      counterpartChain: z.string(),
      vault: account,
      holdings: z.array(z.object({ homeToken: account, units: z.string() })),
    }),
  ),
});

export const transferIdSchema = z.object({ messageId: word });

export const transferQuerySchema = z.object({
  sender: account.optional(),
  recipient: account.optional(),
  token: z
    .string()
    .max(256)
    .optional()
    .describe("A collection's home address, or a CAIP-19 id of a collection or token."),
  limit: count(100, 20),
  cursor: z.coerce.number().int().min(1).optional().describe("`next` of an earlier page."),
});

export const transfersSchema = z.object({
  transfers: z.array(transferStatusSchema),
  next: whole.optional(),
});

export const laneIdSchema = z.object({ laneId: word });

export const messageQuerySchema = z.object({ from: sequence.default(1), limit: count(256, 64) });

export const messagesSchema = z.object({
  messages: z.array(
    z.object({
      sequence: whole,
      messageId: word,
      messageHash: word,
      message: z.string(),
      block: whole,
      transaction: word,
    }),
  ),
});

export const attestationQuerySchema = z.object({
  from: sequence.default(1),
  limit: count(1_024, 64),
  validator: account.optional(),
});

/** Fields that a newer release may add are passed over: what counts is signed. */
export const attestationSchema = z.object({
  laneId: word,
  anchor: whole,
  sequence: z.int().positive(),
  head: word,
  validator: account,
  signature: z.string().regex(/^0x[0-9a-fA-F]{128}$/, "expected 64 bytes of hex"),
});

export const attestationsSchema = z.object({ attestations: z.array(attestationSchema) });

/** One attestation, or up to 64. */
export const attestationBodySchema = z.union([
  attestationSchema,
  z.object({ attestations: z.array(attestationSchema).min(1).max(64) }),
]);

export const acceptedSchema = z.object({ accepted: whole });

export const transferSchema = transferStatusSchema;

export const streamSchema = z
  .string()
  .describe(
    "Each event is `transfer` with a transfer's status as JSON and an id: `last-event-id` goes on after it.",
  );
