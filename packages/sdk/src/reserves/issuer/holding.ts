import * as z from "zod/mini";
import { day } from "../fields.ts";
import { companyName, country, holdingReference, isin, yen } from "./fields.ts";

const heldShape = {
  /** The bank or custodian with which it lies. */
  custodian: companyName,
  reference: z.optional(holdingReference),
};

const demandDepositSchema = z.strictObject({
  kind: z.literal("demand-deposit"),
  ...heldShape,
  amount: yen,
});

const termDepositSchema = z.strictObject({
  kind: z.literal("term-deposit"),
  ...heldShape,
  amount: yen,
  maturity: day,
  /** Whether it can be ended before its maturity without losing any of the amount. */
  canEndEarly: z.boolean(),
});

const governmentBondSchema = z.strictObject({
  kind: z.literal("government-bond"),
  ...heldShape,
  /** The state that owes it. */
  country,
  isin: z.optional(isin),
  maturity: day,
  /** What is paid back at maturity, in yen of the report's day. */
  faceValue: yen,
  /** What it would have fetched on the report's day, in yen: what counts. */
  marketValue: yen,
});

/** One thing that an issuer holds against its money. */
export const issuerHoldingSchema = z.discriminatedUnion("kind", [
  demandDepositSchema,
  termDepositSchema,
  governmentBondSchema,
]);

/** One thing that an issuer holds against its money: a deposit or a government bond. */
export type IssuerHolding = z.output<typeof issuerHoldingSchema>;

/** What a holding counts for, in whole yen: a deposit its amount, a bond its market value. */
export function holdingValue(holding: IssuerHolding): bigint {
  return BigInt(holding.kind === "government-bond" ? holding.marketValue : holding.amount);
}
