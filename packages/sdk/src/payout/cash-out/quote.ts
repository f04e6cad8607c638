import { uint } from "../../primitives/index.ts";
import { CashOutTooSmallError } from "./errors.ts";
import { type TransferFees, transferFee } from "./fees.ts";

/** What cashing out would come to. `units + dust` is what was asked about; `yen - fee` is what arrives. */
export interface CashOutQuote {
  /** What is to be paid to the issuer, in the currency's units: whole yen. */
  readonly units: bigint;
  /** What is less than a yen, in the currency's units. It stays with the payee. */
  readonly dust: bigint;
  /** `units` in yen. */
  readonly yen: bigint;
  /** What the bank takes of it, in yen. */
  readonly fee: bigint;
  /** What arrives in the account, in yen. */
  readonly arrives: bigint;
}

/** What a quote depends on. */
export interface QuoteTerms {
  readonly decimals: number;
  readonly fees: TransferFees;
}

/**
 * Works out what cashing out an amount of a yen token comes to. Nothing is rounded away: a bank sends whole yen, and
 * the rest is never asked for.
 *
 * @param amount - in the currency's units
 * @param bankCode - where the money is to go
 * @throws CashOutTooSmallError where nothing would arrive, IntegerOutOfRangeError
 */
export function quoteCashOut(
  amount: bigint,
  bankCode: string,
  { decimals, fees }: QuoteTerms,
): CashOutQuote {
  uint(amount, 256, "An amount to cash out");
  const yenInUnits = 10n ** BigInt(decimals);
  const yen = amount / yenInUnits;
  const units = yen * yenInUnits;
  const fee = transferFee(fees, yen, bankCode);
  if (yen <= fee) {
    throw new CashOutTooSmallError("Nothing would be left of it after the bank's fee.", {
      details: [`Whole yen: ${yen}`, `Fee: ${fee} yen`],
    });
  }
  return { units, dust: amount - units, yen, fee, arrives: yen - fee };
}
