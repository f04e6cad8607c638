/** What a transfer costs from an amount on. */
export interface FeeTier {
  /** The smallest amount that the fee is for, in yen. */
  readonly from: bigint;
  /** In yen. */
  readonly fee: bigint;
}

/** What a bank takes for a transfer, by amount and by where it goes. Tiers rise from 0 on. */
export interface TransferFees {
  /** The bank's own number. */
  readonly bankCode: string;
  /** To accounts at the same bank. */
  readonly sameBank: readonly FeeTier[];
  readonly otherBanks: readonly FeeTier[];
}

/**
 * What a bank takes for sending an amount, in yen.
 *
 * @param yen - the whole amount, the fee in it
 */
export function transferFee(fees: TransferFees, yen: bigint, bankCode: string): bigint {
  const tiers = bankCode === fees.bankCode ? fees.sameBank : fees.otherBanks;
  return tiers.findLast(({ from }) => yen >= from)?.fee ?? 0n;
}
