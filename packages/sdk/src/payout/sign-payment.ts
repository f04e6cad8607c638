import { Signature } from "ethers";
import { type Hex, isSameAddress } from "../primitives/index.ts";
import {
  type Agreement,
  type PaymentAuthorization,
  type PaymentRequest,
  paymentTypedData,
} from "./authorization.ts";
import type { TypedDataSigner } from "./typed-data-signer.ts";

/**
 * Asks a signer to agree to a payment. The payer needs no gas and no provider; what comes back goes to whoever has the
 * payment carried out.
 *
 * @param agreement - who checks the word. By default a ledger that is its own currency does itself, and an ERC-20 by ERC-3009. Payers
 * that are contracts, and currencies without ERC-3009, choose `rail`, and allow the rail to take the sum beforehand.
 * @throws what the signer throws
 */
export async function signPayment(
  signer: TypedDataSigner,
  request: PaymentRequest,
  agreement: Exclude<Agreement, "caller"> = usualAgreement(request),
): Promise<PaymentAuthorization> {
  const { domain, types, message } = paymentTypedData(request, agreement);
  const signed = await signer.signTypedData(domain, types, message);
  const { validAfter = 0, validBefore, salt } = request;
  return {
    ...{ agreement, validAfter, validBefore, salt },
    // A contract's word is whatever the contract takes.
    signature: (agreement === "rail" ? signed : Signature.from(signed).serialized) as Hex,
  };
}

function usualAgreement({ rail, currency }: PaymentRequest): "rail" | "currency" {
  return isSameAddress(rail, currency.address) ? "rail" : "currency";
}
