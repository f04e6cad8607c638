import { TypedDataEncoder } from "ethers";
import { recoverSigner } from "../../lane/index.ts";
import { type Address, type Bytes32, isSameAddress } from "../../primitives/index.ts";
import type { Currency } from "../currency.ts";
import { type CashOutFault, InvalidCashOutError } from "./errors.ts";
import { type CashOutRequest, cashOutTypedData } from "./request.ts";
import type { SignedCashOut } from "./signed-cash-out.ts";

/** What an issuer holds a signed cash-out against. */
export interface CashOutContext {
  readonly currency: Currency;
  readonly redemption: Address;
  /** The most that one cash-out may take, in yen. */
  readonly perTransfer: bigint;
  /** Unix seconds. */
  readonly now: number;
  /** Seconds that the payment must still hold, so that it can be taken. */
  readonly margin: number;
  /** Whether the payee is a contract, so that its signature is no key's. */
  readonly isContract?: boolean;
}

/** Whose word a cash-out is: its payee's key's, or a contract's that must be asked (ERC-1271). */
export type CashOutWord = "key" | "contract-unasked";

/**
 * Checks everything about a signed cash-out that can be seen without the chain. What it cannot see: the payee's
 * balance, and whether the payment was used before.
 *
 * @returns by whose word it counts; only the chain can tell for a contract, where the currency takes its word (ERC-7598)
 * @throws InvalidCashOutError with its `reason`
 */
export function verifyCashOut(signed: SignedCashOut, context: CashOutContext): CashOutWord {
  const { currency, redemption, perTransfer, now, margin } = context;
  if (signed.chain !== currency.chain) throw fault("chain", "Another chain.", signed.chain);
  if (!isSameAddress(signed.currency, currency.address)) {
    throw fault("currency", "Another currency.", signed.currency);
  }
  if (!isSameAddress(signed.redemption, redemption)) {
    throw fault("redemption", "The payment is made out to somebody else.", signed.redemption);
  }
  assertWholeYen(signed, currency.decimals, perTransfer);
  if (now <= signed.validAfter) throw fault("early", "The payment does not hold yet.");
  if (now + margin >= signed.validBefore) {
    throw fault("expired", "The payment holds no more, or not for long enough to take it.");
  }
  if (isCashOutSignedByKey(signed, currency)) return "key";
  if (context.isContract === true) return "contract-unasked";
  throw fault("signature", "The payee did not sign this cash-out.", `Payee: ${signed.payee}`);
}

/** Whether the payee's key signed a cash-out. */
export function isCashOutSignedByKey(
  signed: SignedCashOut,
  currency: CashOutRequest["currency"],
): boolean {
  const { domain, types, message } = cashOutTypedData({
    ...{ ...signed, currency, units: BigInt(signed.units) },
  });
  const digest = TypedDataEncoder.hash(domain, types, message) as Bytes32;
  try {
    return isSameAddress(recoverSigner(digest, signed.signature), signed.payee);
  } catch {
    return false;
  }
}

function assertWholeYen(signed: SignedCashOut, decimals: number, perTransfer: bigint): void {
  const yenInUnits = 10n ** BigInt(decimals);
  const units = BigInt(signed.units);
  if (units % yenInUnits !== 0n) {
    throw fault("units", "Only whole yen can be sent to a bank; ask for a quote.", signed.units);
  }
  if (units / yenInUnits > perTransfer) {
    throw fault(
      "limit",
      `One cash-out is at most ${perTransfer} yen.`,
      `${units / yenInUnits} yen`,
    );
  }
}

function fault(reason: CashOutFault, why: string, ...details: string[]): InvalidCashOutError {
  return new InvalidCashOutError(reason, why, { details });
}
