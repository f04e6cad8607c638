import { transferStateSchema } from "@ryugu/sdk/transfer";
import * as z from "zod";

const word = z.string().regex(/^0x[0-9a-fA-F]{64}$/, "expected 32 bytes of hex");
const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address");
const chain = z.string().regex(/^eip155:[1-9][0-9]{0,18}$/, "expected a CAIP-2 chain id");
const whole = z.int().nonnegative();
const units = z.string().describe("A whole number of units, in decimal digits.");
const time = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Where the chain says so: anybody can look there. */
const place = {
  block: whole,
  blockHash: word,
  time: whole.describe("Unix seconds of the block."),
  transaction: word,
  logIndex: whole,
};

const pageQuery = {
  from: time.optional().describe("Unix seconds: nothing before."),
  before: time.optional().describe("Unix seconds: nothing from then on."),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.coerce.number().int().min(1).optional().describe("`next` of an earlier page."),
};

const indexesSchema = z
  .array(z.object({ chain: z.string(), from: whole, through: whole, hash: word }))
  .describe("The blocks of each chain that were read, all of them final.");

export const salesQuerySchema = z.object({
  account: account
    .optional()
    .describe("Seller, payee or creator: who gets the royalty, here or at home."),
  chain: chain.optional(),
  collection: account.optional().describe("The collection's address where it was sold."),
  ...pageQuery,
});

export const salesSchema = z.object({
  sales: z.array(
    z.object({
      kind: z.enum(["sold", "refunded"]),
      chain: z.string(),
      market: account,
      orderHash: word,
      purpose: word.describe("What the payment was for: the rail's events carry it too."),
      seller: account,
      buyer: account,
      recipient: account.describe("Who got the tokens; of a refund who gave the money back."),
      goods: z.enum(["erc721", "erc1155", "voucher"]),
      collection: account,
      tokenId: z.string(),
      count: units,
      rail: account,
      currency: account,
      paid: units.describe("The whole price; of a refund what was given back."),
      royalty: units,
      royaltyReceiver: account.describe("Zero for nobody; for a representation its router."),
      fee: units,
      intermediary: account.describe("Zero for nobody."),
      sponsor: word.describe("The partner who answers for the intermediary."),
      payee: account,
      ...place,
    }),
  ),
  next: whole.optional(),
  indexes: indexesSchema,
});

export const payoutParamSchema = z.object({ account });

export const payoutSchema = z.object({
  account,
  sums: z
    .array(
      z.object({
        chain: z.string(),
        source: account.describe("The rail or split that paid, or holds the credit."),
        currency: account.describe("Zero for the chain's coin."),
        paid: units,
        credited: units.describe("What could not be paid when it was due."),
        claimed: units.describe("What was taken of it since."),
        claimable: units.describe("What waits in the source for the account to claim."),
      }),
    )
    .describe("At most 1,000."),
  onTheWay: z
    .array(
      z.object({
        chain: z.string().describe("Where it was paid."),
        router: account,
        homeChain: z.string(),
        homeToken: account.describe("The collection whose royalty it is."),
        currency: z.object({ homeChain: z.string(), token: account }),
        amount: units,
        state: z.union([
          z.enum(["collecting", "due", "below-fee", "unpriced", "nothing"]),
          transferStateSchema,
        ]),
        messageId: word.optional().describe("Absent while it waits in the router."),
      }),
    )
    .describe("Royalties for this account that have not been divided or paid out at home."),
  indexes: indexesSchema,
});

export const entriesQuerySchema = z.object(pageQuery);

export const entriesSchema = z.object({
  entries: z.array(
    z.object({
      kind: z
        .enum(["paid", "credited", "claimed", "divided", "payment", "refund"])
        .describe(
          "`paid`: the account got it. `credited`: it waits in `source` until it is `claimed`. `divided`: the account is a split and divided it. `payment`: the account paid it, `refund`: gave it back.",
        ),
      chain: z.string(),
      source: account,
      currency: account,
      amount: units,
      purpose: word.optional().describe("What the payment was for; splits do not know."),
      to: account.optional().describe("Where what was claimed went."),
      ...place,
    }),
  ),
  next: whole.optional(),
  indexes: indexesSchema,
});
