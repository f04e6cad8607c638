import * as z from "zod/mini";
import { type Hex, hex, parseShape } from "../primitives/index.ts";
import { addressText, chainIdText, hashText } from "../zone/fields.ts";
import { assertOrder } from "./check-order.ts";
import type { SignedOrder } from "./order.ts";

const seconds = z.int().check(z.nonnegative());
const basisPoints = z.int().check(z.minimum(0), z.maximum(10_000));
const units = z.string().check(z.regex(/^(0|[1-9][0-9]{0,77})$/));
/** A contract's word has any length, within reason. */
const signature = z.string().check(z.regex(/^0x([0-9a-fA-F]{2}){1,2048}$/));

/** The JSON of a {@link SignedOrder}. */
export const signedOrderSchema = z.strictObject({
  chain: chainIdText,
  market: addressText,
  kind: z.enum(["erc721", "erc1155", "voucher"]),
  seller: addressText,
  collection: addressText,
  tokenId: units,
  quantity: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  rail: addressText,
  currency: addressText,
  price: units,
  payee: addressText,
  mostRoyalty: basisPoints,
  intermediary: z.optional(
    z.strictObject({
      account: addressText,
      fee: basisPoints,
      sponsor: z.string().check(z.regex(/^[\x21-\x7e]{1,32}$/)),
    }),
  ),
  buyer: z.optional(addressText),
  policy: z.optional(z.strictObject({ contract: addressText, terms: hashText })),
  validAfter: seconds,
  validBefore: seconds,
  counter: units,
  salt: hashText,
  uri: z.string().check(z.maxLength(2_048)),
  signature,
});

/** A signed order as it travels. */
export type SignedOrderJson = z.input<typeof signedOrderSchema>;

/**
 * Reads a stranger's signed order. Its terms can be carried out then; whether its seller signed it, see
 * `verifyOrder`.
 *
 * @throws InvalidShapeError
 * @throws InvalidOrderError with reason `terms`
 */
export function parseSignedOrder(value: unknown): SignedOrder {
  const told = parseShape(signedOrderSchema, value, "The signed order");
  const order = {
    ...told,
    tokenId: BigInt(told.tokenId),
    price: BigInt(told.price),
    counter: BigInt(told.counter),
    intermediary: told.intermediary,
    buyer: told.buyer,
    policy: told.policy,
    signature: hex(told.signature) as Hex,
  };
  assertOrder(order);
  return order;
}

/** A signed order as JSON; what is not there is left out. */
export function signedOrderToJson(order: SignedOrder): SignedOrderJson {
  const { intermediary, buyer, policy, ...rest } = order;
  return {
    ...rest,
    tokenId: `${order.tokenId}`,
    price: `${order.price}`,
    counter: `${order.counter}`,
    ...(intermediary === undefined ? {} : { intermediary: { ...intermediary } }),
    ...(buyer === undefined ? {} : { buyer }),
    ...(policy === undefined ? {} : { policy: { ...policy } }),
  };
}
