import { TypedDataEncoder } from "ethers";
import { recoverSigner } from "../../lane/index.ts";
import { type Address, type Bytes32, isSameAddress } from "../../primitives/index.ts";
import type { Currency } from "../currency.ts";
import { type CashOutFault, InvalidCashOutError } from "./errors.ts";
import { cashOutTypedData } from "./request.ts";
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
}

/**
 * Checks everything about a signed cash-out that can be seen without the chain. What it cannot see: the payee's
 * balance, and whether the payment was used before.
 *
 * @throws InvalidCashOutError with its `reason`
 */
export function verifyCashOut(signed: SignedCashOut, context: CashOutContext): void {
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
  assertSignature(signed, context);
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

function assertSignature(signed: SignedCashOut, { currency }: CashOutContext): void {
  const request = { ...signed, currency, units: BigInt(signed.units) };
  const { domain, types, message } = cashOutTypedData(request);
  const digest = TypedDataEncoder.hash(domain, types, message) as Bytes32;
  const signer = recover(digest, signed.signature);
  if (isSameAddress(signer, signed.payee)) return;
  throw fault("signature", "The payee did not sign this cash-out.", `Signer: ${signer}`);
}

function recover(digest: Bytes32, signature: string): Address {
  try {
    return recoverSigner(digest, signature);
  } catch (cause) {
    throw new InvalidCashOutError("signature", "The signature recovers to nobody.", { cause });
  }
}

function fault(reason: CashOutFault, why: string, ...details: string[]): InvalidCashOutError {
  return new InvalidCashOutError(reason, why, { details });
}
