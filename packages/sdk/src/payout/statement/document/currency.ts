import * as z from "zod/mini";
import { addressText, chainIdText } from "../../../zone/fields.ts";
import { line } from "./fields.ts";

/**
 * Where a price in yen comes from. `par`: the issuer redeems one token for one yen, as with a yen stablecoin or prepaid yen.
 * Other sources become other kinds.
 */
export const priceSourceSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("par"),
    /** Who redeems it. */
    issuer: z.optional(line(200)),
  }),
]);

/** A currency that parts were paid in. */
export const statementCurrencySchema = z.strictObject({
  chain: chainIdText,
  address: addressText,
  symbol: line(32),
  decimals: z.int().check(z.minimum(0), z.maximum(18)),
  price: priceSourceSchema,
});

/** A currency that parts were paid in, and where its price in yen comes from. */
export type StatementCurrency = z.output<typeof statementCurrencySchema>;
