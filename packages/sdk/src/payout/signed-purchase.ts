import * as z from "zod/mini";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainId,
  type Hex,
  hex,
  parseShape,
} from "../primitives/index.ts";

const accountText = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const hashText = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
const seconds = z.int().check(z.nonnegative());

/** The JSON of a {@link SignedPurchase}. */
export const signedPurchaseSchema = z.strictObject({
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,19}$/)),
  market: accountText,
  listingId: hashText,
  currency: accountText,
  buyer: accountText,
  recipient: accountText,
  price: z.string().check(z.regex(/^[1-9][0-9]{0,28}$/)),
  salt: hashText,
  validAfter: seconds,
  validBefore: seconds,
  signature: z.string().check(z.regex(/^0x[0-9a-fA-F]{130}$/)),
});

/** A purchase that its buyer signed, as it is sent to whoever pays the gas. JSON as it is. */
export interface SignedPurchase {
  readonly chain: ChainId;
  readonly market: Address;
  readonly listingId: Bytes32;
  readonly currency: Address;
  readonly buyer: Address;
  readonly recipient: Address;
  /** In the currency's units, a decimal text. */
  readonly price: string;
  readonly salt: Bytes32;
  /** Unix seconds. */
  readonly validAfter: number;
  /** Unix seconds. */
  readonly validBefore: number;
  /** 65 bytes: r, s, v. */
  readonly signature: Hex;
}

/**
 * Reads a stranger's signed purchase. It is well-formed then, and nothing more: see `verifyPurchase`.
 *
 * @throws InvalidShapeError, InvalidAddressError, InvalidChainIdError
 */
export function parseSignedPurchase(value: unknown): SignedPurchase {
  const shape = parseShape(signedPurchaseSchema, value, "The signed purchase");
  return {
    ...shape,
    chain: chainId(shape.chain),
    market: address(shape.market),
    listingId: bytes32(shape.listingId),
    currency: address(shape.currency),
    buyer: address(shape.buyer),
    recipient: address(shape.recipient),
    salt: bytes32(shape.salt),
    signature: hex(shape.signature, 65),
  };
}
