/** Rules of the books that a test breaks on purpose, to see that somebody notices. */
export interface Rules {
  /** A fee is rounded down. */
  readonly feesRoundDown: boolean;
  /** A message that was delivered is not delivered again. */
  readonly messagesEndOnce: boolean;
  /** Who cannot be paid is credited. */
  readonly creditsAreKept: boolean;
  /** A claim empties the credit. */
  readonly claimsEmptyCredits: boolean;
  /** What was sold of an order is counted. */
  readonly ordersAreCounted: boolean;
  /** The last payee of a list gets what rounding left. */
  readonly restIsPaid: boolean;
  /** A payment's word counts once. */
  readonly wordsCountOnce: boolean;
  /** Splits in splits are looked into four levels deep, and no further. */
  readonly levelsEnd: boolean;
  /** A price is given back once. */
  readonly refundsAreCounted: boolean;
  /** A token's approval ends when it moves. */
  readonly approvalsEnd: boolean;
  /** A royalty that has to travel is not paid in entries of a ledger. */
  readonly royaltiesTravel: boolean;
}

export const RULES: Rules = {
  feesRoundDown: true,
  messagesEndOnce: true,
  creditsAreKept: true,
  claimsEmptyCredits: true,
  ordersAreCounted: true,
  restIsPaid: true,
  wordsCountOnce: true,
  levelsEnd: true,
  refundsAreCounted: true,
  approvalsEnd: true,
  royaltiesTravel: true,
};
