import { Signature } from "ethers";
import { type Hex, isSameAddress } from "../primitives/index.ts";
import {
  type PaymentAuthorization,
  type PaymentRequest,
  paymentTypedData,
} from "./authorization.ts";
import type { TypedDataSigner } from "./typed-data-signer.ts";

/**
 * Asks a signer to agree to a payment. The payer needs no gas and no provider; what comes back goes to whoever has the
 * payment carried out. A ledger that is its own currency checks the word itself; an ERC-20 does by ERC-3009.
 *
 * @throws what the signer throws
 */
export async function signPayment(
  signer: TypedDataSigner,
  request: PaymentRequest,
): Promise<PaymentAuthorization> {
  const isLedger = isSameAddress(request.rail, request.currency.address);
  const agreement = isLedger ? "rail" : "currency";
  const { domain, types, message } = paymentTypedData(request, agreement);
  const signed = await signer.signTypedData(domain, types, message);
  const { validAfter = 0, validBefore, salt } = request;
  return {
    ...{ agreement, validAfter, validBefore, salt },
    // A contract's word is whatever the contract takes.
    signature: (isLedger ? signed : Signature.from(signed).serialized) as Hex,
  };
}
