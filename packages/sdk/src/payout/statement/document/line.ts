import * as z from "zod/mini";
import { addressText, chainIdText, hashText } from "../../../zone/fields.ts";
import {
  assetIdText,
  day,
  instant,
  line as lineText,
  money,
  signedMoney,
  units,
  whole,
  yen,
} from "./fields.ts";

/** The most parts of one payment. */
export const MAX_PARTS = 4_096;
/** The most sales behind one batch. */
const MAX_SOURCES = 4_096;
const MAX_CLAIMS = 1_024;

const placeShape = {
  chain: chainIdText,
  block: whole,
  transaction: hashText,
  logIndex: whole,
  time: instant,
  /** The day in Japan. */
  day,
  currency: addressText,
};

/** Who got what of a payment, why and how. */
const partSchema = z.strictObject({
  payee: addressText,
  role: z.enum(["proceeds", "royalty", "fee"]),
  units,
  /** The splits that it came through. */
  via: z.array(addressText).check(z.maxLength(64)),
  /** It is the creator's whose statement this is. */
  isOwn: z.boolean(),
  /** The payee could not be paid at once. */
  isCredited: z.boolean(),
  /** It went to a router, which sends it home. */
  isForwarded: z.boolean(),
});

/** Where the creator's share is. The three sum to the share. */
const settlementSchema = z.strictObject({
  /** Paid at once. */
  paid: units,
  /** Credited, and taken since. */
  claimed: units,
  /** Credited, and waiting. */
  waiting: units,
  /** The claims that took it. */
  claims: z
    .array(z.strictObject({ transaction: hashText, day, units }))
    .check(z.maxLength(MAX_CLAIMS)),
});

const workSchema = z.strictObject({
  asset: assetIdText,
  /** The original, where `asset` stands for a token of another chain. */
  home: z.optional(assetIdText),
  /** How many units of the token. */
  count: units,
});

const incomeShape = {
  ...placeShape,
  /** The whole: a sale's price, a payment, or what a batch brought home. */
  gross: money,
  /** Fees of others in it. */
  fees: money,
  /** What other payees and routers got, fees aside. */
  others: money,
  /** What the creator got. With `fees` and `others` it sums to `gross`. */
  share: money,
  settlement: settlementSchema,
  parts: z.array(partSchema).check(z.minLength(1), z.maxLength(MAX_PARTS)),
  /** The day on which it is due, where a rule is noted. */
  due: z.optional(day),
  /** What is withheld of it, where a rule by payment is noted. */
  withheld: z.optional(yen),
};

const saleLineSchema = z.strictObject({
  kind: z.literal("sale"),
  ...incomeShape,
  reference: hashText,
  market: addressText,
  orderHash: hashText,
  isPrimary: z.boolean(),
  seller: addressText,
  buyer: addressText,
  recipient: addressText,
  intermediary: z.optional(addressText),
  sponsor: z.optional(lineText(200)),
  work: workSchema,
});

/** Something else than a sale on a market: shares of a payment that carry a reference. */
const paymentLineSchema = z.strictObject({
  kind: z.literal("payment"),
  ...incomeShape,
  reference: hashText,
});

/** Royalties of sales on another chain, brought home by one message. */
const batchLineSchema = z.strictObject({
  kind: z.literal("batch"),
  ...incomeShape,
  messageId: hashText,
  fromChain: chainIdText,
  router: addressText,
  sources: z
    .array(
      z.strictObject({
        reference: hashText,
        transaction: hashText,
        day,
        price: money,
        /** What the batch holds of it. */
        units,
        work: z.optional(workSchema),
      }),
    )
    .check(z.maxLength(MAX_SOURCES)),
});

/** Money that the creator gave back. */
const refundLineSchema = z.strictObject({
  kind: z.literal("refund"),
  ...placeShape,
  reference: hashText,
  buyer: addressText,
  /** Below zero. */
  amount: signedMoney,
});

/** One line of a statement. */
export const lineSchema = z.discriminatedUnion("kind", [
  saleLineSchema,
  paymentLineSchema,
  batchLineSchema,
  refundLineSchema,
]);

/** One line of a statement: a sale, another payment, royalties that came home, or a refund. */
export type StatementLine = z.output<typeof lineSchema>;
/** A line that brings money. */
export type IncomeLine = Exclude<StatementLine, { kind: "refund" }>;
/** Who got what of a payment. */
export type StatementPart = z.output<typeof partSchema>;
/** Where the creator's share of a payment is. */
export type Settlement = z.output<typeof settlementSchema>;
/** What was sold. */
export type Work = z.output<typeof workSchema>;
