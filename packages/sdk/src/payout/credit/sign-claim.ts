import { hex } from "../../primitives/index.ts";
import type { TypedDataSigner } from "../typed-data-signer.ts";
import { type ClaimOrder, claimTypedData } from "./claim-order.ts";
import type { SignedClaim } from "./signed-claim.ts";

/**
 * Asks a signer to sign a claim. The payee needs no gas and no provider.
 *
 * @throws what the signer throws, InvalidHexError where it answers no bytes
 *
 * @example
 * const nonce = await readClaimNonce(split, payee);
 * const signed = await signClaim(wallet, { chain, place, payee, currency, to, nonce, deadline });
 */
export async function signClaim(signer: TypedDataSigner, order: ClaimOrder): Promise<SignedClaim> {
  const { domain, types, message } = claimTypedData(order);
  const signature = hex(await signer.signTypedData(domain, types, message));
  const { chain, place, payee, currency, to, nonce, deadline } = order;
  return { chain, place, payee, currency, to, nonce, deadline, signature };
}
