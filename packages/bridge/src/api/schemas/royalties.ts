import { transferStateSchema } from "@ryugu/sdk/transfer";
import * as z from "zod";

const word = z.string().regex(/^0x[0-9a-fA-F]{64}$/, "expected 32 bytes of hex");
const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address");
const whole = z.int().nonnegative();
const units = z.string().describe("A whole number of units, in decimal digits.");
const currency = z.object({
  homeChain: z.string().describe("Where the currency was born."),
  token: account,
});

export const royaltiesQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.coerce.number().int().min(1).optional().describe("`next` of an earlier page."),
});

export const waitingRoyaltySchema = z.object({
  currency,
  amount: units,
  since: whole.describe("Unix milliseconds at which this node first saw some of it."),
  block: whole.describe("The final block at which it was looked at."),
  state: z
    .enum(["collecting", "due", "below-fee", "unpriced", "nothing"])
    .describe(
      "`collecting`: until it is enough, or old enough. `due`: a node sends it. `below-fee`: the lane asks more than it is worth. `unpriced`: this node was not told what the lane's fee is worth.",
    ),
});

export const royaltyBatchSchema = z.object({
  messageId: word,
  currency,
  amount: units,
  state: transferStateSchema,
  sent: whole.describe("Unix seconds."),
  delivered: whole.optional().describe("Unix seconds."),
  end: z
    .enum(["divided", "paid"])
    .optional()
    .describe("`divided` by the split that it went to, or `paid` to an account that is no split."),
});

export const royaltiesSchema = z.object({
  routers: z.array(
    z.object({
      chain: z.string(),
      router: account.describe("What representations of the collection name by ERC-2981."),
      homeChain: z.string(),
      homeToken: account,
      receiver: account.describe("Whom the collection names at home."),
      waiting: z.array(waitingRoyaltySchema),
      batches: z
        .array(royaltyBatchSchema)
        .describe("What it sent home in the last 60 days, at most 16, the newest first."),
    }),
  ),
  next: whole.optional(),
});
