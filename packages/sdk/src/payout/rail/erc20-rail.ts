import { Interface, type Signer } from "ethers";
import { type Address, address, isSameAddress } from "../../primitives/index.ts";
import type { PaymentAuthorization } from "../authorization.ts";
import { callView, sendCall } from "../chain-call.ts";
import { InvalidPaymentError } from "../errors.ts";
import type { ContractLocation } from "../location.ts";
import { readCurrency } from "../read-currency.ts";
import { carryPayment } from "./carry-payment.ts";
import { assertPayment, type Payment, paymentAmount } from "./payment.ts";
import type { PaymentRail } from "./payment-rail.ts";
import { railContract } from "./rail-contract.ts";
import type { MadePayment } from "./records.ts";

const TOKEN = /* @__PURE__ */ (() =>
  new Interface([
    "function balanceOf(address) view returns (uint256)",
    "function allowance(address, address) view returns (uint256)",
    "function approve(address, uint256) returns (bool)",
  ]))();

/**
 * The zone's rail for ERC-20 currencies (`Erc20Rail`). The caller owns and closes the provider.
 *
 * @example
 * const rail = erc20Rail({ chain, address, provider });
 * await rail.pay(signer, { payer, currency, purpose, parts: [{ payee: split, amount: 12_000n * 10n ** 18n, nested: true }] });
 */
export function erc20Rail(rail: ContractLocation): PaymentRail {
  const holds = (account: Address, currency: Address): Promise<bigint> =>
    callView({ ...rail, address: currency }, TOKEN, "balanceOf", account);
  return {
    kind: "erc20",
    ...railContract(rail),
    currency: (currency) => readCurrency(rail, currency),
    pay: (signer, payment, word) => payExactly(rail, signer, "pay", payment, word),
    refund: (signer, payment, word) => payExactly(rail, signer, "refund", payment, word),
    spendable: holds,
    received: holds,
  };
}

/** Allows the rail exactly the sum where the signer is the payer and nothing is signed. */
async function payExactly(
  rail: ContractLocation,
  signer: Signer,
  name: "pay" | "refund",
  payment: Payment,
  word: PaymentAuthorization | undefined,
): Promise<MadePayment> {
  assertPayment(payment, rail.address);
  const isSigned = word !== undefined && word.agreement !== "caller";
  const approval = isSigned ? 0n : await allow(rail, signer, payment);
  const made = await carryPayment(rail, signer, name, payment, word);
  return { ...made, gasUsed: made.gasUsed + approval };
}

/** @returns the gas that the approval took */
async function allow(rail: ContractLocation, signer: Signer, payment: Payment): Promise<bigint> {
  const payer = address(await signer.getAddress());
  if (!isSameAddress(payer, payment.payer)) {
    throw new InvalidPaymentError("Only the payer pays without a signed word.", {
      details: [`Signer: ${payer}`, `Payer: ${payment.payer}`],
    });
  }
  const currency = { ...rail, address: payment.currency };
  const amount = paymentAmount(payment);
  const allowed: bigint = await callView(currency, TOKEN, "allowance", payer, rail.address);
  if (allowed >= amount) return 0n;
  const args = [rail.address, amount];
  const call = { what: "The approval", name: "approve", args };
  return (await sendCall(currency, signer, TOKEN, call)).gasUsed;
}
