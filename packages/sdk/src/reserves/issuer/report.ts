import * as z from "zod/mini";
import { addressText, chainIdText, hashText } from "../../zone/fields.ts";
import { instant, units, whole } from "../fields.ts";
import { companyName, currencySymbol, httpsUrl, yen } from "./fields.ts";
import { issuerHoldingSchema } from "./holding.ts";

/** Most currencies have 18; a unit finer than this is none. */
const MOST_DECIMALS = 36;

/**
 * A contract that the issuer itself mints the currency in, and its whole supply at one block. What a bridge represents on
 * other chains is not listed: it lies in a vault on this one, and would count twice.
 */
const outstandingSchema = z.strictObject({
  chain: chainIdText,
  address: addressText,
  /** `totalSupply` at the block, in the currency's units. */
  units,
  block: z.strictObject({ number: whole, hash: hashText }),
});

/** What an issuer says, before it is signed. */
export const issuerReserveReportBodySchema = z.strictObject({
  schema: z.literal("ryugu-issuer-reserve-report/1"),
  issuer: z.strictObject({
    name: companyName,
    /** The account that signs. */
    account: addressText,
    /** The chain on which the account is a contract (ERC-1271); absent where it is a key. */
    chain: z.optional(chainIdText),
  }),
  currency: z.strictObject({
    symbol: currencySymbol,
    /** How many decimals a yen has, on every chain alike. */
    decimals: z.int().check(z.nonnegative(), z.maximum(MOST_DECIMALS)),
  }),
  /** When the issuer held and owed this. */
  asOf: instant,
  outstanding: z.array(outstandingSchema).check(z.minLength(1), z.maxLength(256)),
  holdings: z.array(issuerHoldingSchema).check(z.maxLength(4_096)),
  totals: z.strictObject({
    /** In the currency's units. */
    outstanding: units,
    /** In whole yen; bonds at their market value. */
    holdings: yen,
  }),
  /** Who has attested it, by the issuer's own word: their report is read where it lies. */
  auditor: z.optional(z.strictObject({ name: companyName, report: z.optional(httpsUrl) })),
});

/** What the issuer of a yen currency holds and owes, by its own signed word. */
export const issuerReserveReportSchema = z.extend(issuerReserveReportBodySchema, {
  /** On IssuerReserveReport(account, asOf, outstanding, holdings, digest): 64 bytes (EIP-2098), or what a contract takes. */
  signature: z.string().check(z.regex(/^0x(?:[0-9a-fA-F]{2}){64,4096}$/)),
});

/** What the issuer of a yen currency holds and owes, by its own word. */
export type IssuerReserveReport = z.output<typeof issuerReserveReportSchema>;
/** A report before it is signed. */
export type IssuerReserveReportBody = z.output<typeof issuerReserveReportBodySchema>;
