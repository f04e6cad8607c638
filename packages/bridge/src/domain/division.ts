/** How a split stands, in one currency. */
export interface SplitView {
  /** What would be divided now, in units. */
  undistributed: bigint;
  /** Where a division in parts goes on; 0 where none is under way. */
  next: number;
  payees: number;
}

/** What to ask of a split. `part`: only the next payees, `most` of them. */
export type DivisionStep =
  | { kind: "none" }
  | { kind: "whole" }
  | { kind: "part"; from: number; most: number };

/** Payees in one transaction: if each burns all the gas that a payee may have, so many still fit. */
export const MOST_PAYEES = 64;

/**
 * Decides how a split is to divide what it has: at once, with its nested splits, or in parts where the list is long or the whole
 * was refused.
 */
export function divisionStep(
  { undistributed, next, payees }: SplitView,
  wasRefused: boolean,
): DivisionStep {
  if (next === 0 && undistributed === 0n) return { kind: "none" };
  const inParts = next > 0 || wasRefused || payees > MOST_PAYEES;
  return inParts ? { kind: "part", from: next, most: MOST_PAYEES } : { kind: "whole" };
}
