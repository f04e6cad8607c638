import * as z from "zod/mini";
import { addressText, chainIdText, hashText, signatureText } from "../../../zone/fields.ts";
import { consumptionTaxSchema, dueSchema, withholdingSchema } from "../record/settings.ts";
import { statementCurrencySchema } from "./currency.ts";
import { day, instant, line, units, whole, yen } from "./fields.ts";
import { lineSchema } from "./line.ts";
import { creatorSchema, payerSchema } from "./party.ts";
import { chainSumsSchema, yenSumsSchema } from "./totals.ts";

/** The most lines of one statement: some 40 MB as JSON. */
export const MAX_LINES = 20_000;

/** A chain (CAIP-2), an account or contract on it (CAIP-10), or a token (CAIP-19). */
export const namedId = z
  .string()
  .check(z.regex(/^eip155:[1-9][0-9]{0,19}(?:[:/][0-9a-zA-Z:/]{1,140})?$/));
/** What people call things: shown, never relied on. */
export const namesSchema = z.record(namedId, line(200));

const recordSchema = z.strictObject({
  due: z.optional(dueSchema),
  withholding: z.optional(
    z.strictObject({
      ...withholdingSchema.shape,
      /** What the bands were applied to, and what they give. */
      taxable: yen,
      withheld: yen,
    }),
  ),
  consumptionTax: z.optional(
    z.strictObject({
      ...consumptionTaxSchema.shape,
      /** Shares less refunds, the tax included. */
      included: yen,
      tax: yen,
    }),
  ),
});

const claimSchema = z.strictObject({
  chain: chainIdText,
  block: whole,
  transaction: hashText,
  logIndex: whole,
  time: instant,
  day,
  rail: addressText,
  currency: addressText,
  payee: addressText,
  /** Where the money went. */
  to: addressText,
  units,
});

const bodyShape = {
  schema: z.literal("ryugu-creator-statement/1"),
  zoneId: hashText,
  creator: creatorSchema,
  payer: z.optional(payerSchema),
  /** Days in Japan, the second not in the period. */
  period: z.strictObject({ from: day, to: day }),
  /** Every chain was read beyond the period's end. */
  isComplete: z.boolean(),
  /** The blocks that it was derived from, with the last one's hash and time. */
  chains: z
    .array(
      z.strictObject({
        id: chainIdText,
        fromBlock: whole,
        toBlock: whole,
        toHash: hashText,
        toTime: instant,
      }),
    )
    .check(z.minLength(1), z.maxLength(256)),
  currencies: z.array(statementCurrencySchema).check(z.maxLength(1_024)),
  names: namesSchema,
  lines: z.array(lineSchema).check(z.maxLength(MAX_LINES)),
  /** Credits that the creator took in the period, whenever they arose. */
  claims: z.array(claimSchema).check(z.maxLength(MAX_LINES)),
  totals: z.strictObject({
    chains: z.array(chainSumsSchema).check(z.maxLength(1_024)),
    yen: yenSumsSchema,
  }),
  /** For the books. A record, not advice. */
  record: recordSchema,
};

/** What a creator got in a period: the same facts give the same bytes as canonical JSON. */
export const statementSchema = z.strictObject(bodyShape);

/** A statement with the word of a node for it. */
export const signedStatementSchema = z.strictObject({
  ...bodyShape,
  /** Whose word it is. */
  validator: addressText,
  /** Compact, 64 bytes (EIP-2098), on CreatorStatement(zoneId, validator, period, digest). */
  signature: signatureText,
});

/** What a creator got in a period, before somebody signs for it. */
export type Statement = z.output<typeof statementSchema>;
/** What a creator got in a period, by a node's word. */
export type SignedStatement = z.output<typeof signedStatementSchema>;
/** Names by CAIP-2, CAIP-10 and CAIP-19. */
export type StatementNames = z.output<typeof namesSchema>;
/** A claim of credits in a statement. */
export type StatementClaim = z.output<typeof claimSchema>;
