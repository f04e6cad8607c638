import * as z from "zod/mini";
import { type Hex, hex, parseShape } from "../primitives/index.ts";
import { addressText, chainIdText, hashText } from "../zone/fields.ts";
import type { SignedPurchase } from "./purchase.ts";

const seconds = z.int().check(z.nonnegative());

/** The JSON of a {@link SignedPurchase}. */
export const signedPurchaseSchema = z.strictObject({
  chain: chainIdText,
  market: addressText,
  orderHash: hashText,
  buyer: addressText,
  recipient: addressText,
  count: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  amount: z.string().check(z.regex(/^[1-9][0-9]{0,38}$/)),
  authorization: z.strictObject({
    agreement: z.enum(["currency", "rail"]),
    validAfter: seconds,
    validBefore: seconds,
    salt: hashText,
    signature: z.string().check(z.regex(/^0x([0-9a-fA-F]{2}){1,2048}$/)),
  }),
});

/**
 * Reads a stranger's signed purchase. It is well-formed then, and nothing more: see `verifyPurchase`.
 *
 * @throws InvalidShapeError
 */
export function parseSignedPurchase(value: unknown): SignedPurchase {
  const told = parseShape(signedPurchaseSchema, value, "The signed purchase");
  const { authorization } = told;
  return {
    ...told,
    authorization: { ...authorization, signature: hex(authorization.signature) as Hex },
  };
}
