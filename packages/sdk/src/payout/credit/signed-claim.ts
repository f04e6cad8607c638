import * as z from "zod/mini";
import { address, chainId, type Hex, hex, parseShape } from "../../primitives/index.ts";
import type { ClaimOrder } from "./claim-order.ts";

const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const count = z.int().check(z.nonnegative());

/** Most bytes of a signature: a contract's may hold those of many owners. */
const MOST_SIGNATURE = 4_096;

/** The JSON of a {@link SignedClaim}. */
export const signedClaimSchema = z.strictObject({
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,19}$/)),
  place: account,
  payee: account,
  currency: account,
  to: account,
  nonce: count,
  deadline: count,
  signature: z.string().check(z.regex(new RegExp(`^0x([0-9a-fA-F]{2}){1,${MOST_SIGNATURE}}$`))),
});

/** A claim that its payee signed, as it is sent to whoever pays the gas. JSON as it is. */
export interface SignedClaim extends ClaimOrder {
  /** 65 bytes, 64 by EIP-2098, or whatever a payee that is a contract takes. */
  readonly signature: Hex;
}

/**
 * Reads a stranger's signed claim. It is well-formed then, and nothing more: see `verifySignedClaim`.
 *
 * @throws InvalidShapeError, InvalidAddressError, InvalidChainIdError
 */
export function parseSignedClaim(value: unknown): SignedClaim {
  const shape = parseShape(signedClaimSchema, value, "The signed claim");
  return {
    ...shape,
    chain: chainId(shape.chain),
    place: address(shape.place),
    payee: address(shape.payee),
    currency: address(shape.currency),
    to: address(shape.to),
    signature: hex(shape.signature),
  };
}
