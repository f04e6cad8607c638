import * as z from "zod/mini";
import { addressText, chainIdText } from "../../../zone/fields.ts";
import { signedUnits, units, whole, yen } from "./fields.ts";

/** Sums of lines, each in the same way of counting. */
const sumsOf = <Amount extends z.ZodMiniType, Signed extends z.ZodMiniType>(
  amount: Amount,
  signed: Signed,
) => ({
  /** Sales and payments with a share of the creator's. */
  sales: whole,
  /** What buyers paid for them. */
  gross: amount,
  /** Batches with a share of the creator's. */
  batches: whole,
  /** What those brought home, everybody's. */
  broughtHome: amount,
  fees: amount,
  others: amount,
  /** `gross` and `broughtHome` less `fees` and `others`. */
  share: amount,
  refunds: amount,
  /** `share` less `refunds`. */
  net: signed,
  /** What the share is made of: paid at once, credited and taken since, credited and waiting. */
  paid: amount,
  claimed: amount,
  waiting: amount,
});

/** The sums of one currency on one chain, in its units. */
export const chainSumsSchema = z.strictObject({
  chain: chainIdText,
  currency: addressText,
  ...sumsOf(units, signedUnits),
});

/** The sums of all currencies, in yen. */
export const yenSumsSchema = z.strictObject(sumsOf(yen, yen));

/** The sums of one currency on one chain, in its units. */
export type ChainSums = z.output<typeof chainSumsSchema>;
/** The sums of all currencies, in yen. */
export type YenSums = z.output<typeof yenSumsSchema>;
