import { type Address, address, isSameAddress, ZERO_ADDRESS } from "../../primitives/index.ts";
import { InvalidSharesError } from "../errors.ts";

/** A payee's part of whatever a split divides (`ISplit.Share`). */
export interface SplitShare {
  readonly payee: Address;
  /** 1 to 2^31 - 1: its part of the sum of all weights. */
  readonly weight: number;
  /** Whether the payee is a split of the same factory, whose payees are paid at once. */
  readonly nested: boolean;
}

/** What a list has at most. */
export const MOST_SHARES = 500;
export const MOST_WEIGHT = 0x7fff_ffff;

/**
 * Checks a list of payees by the rules of the contract.
 *
 * @throws InvalidSharesError for a list that no split can have
 */
export function assertShares(shares: readonly SplitShare[]): void {
  if (shares.length < 1 || shares.length > MOST_SHARES) {
    throw new InvalidSharesError("count", `A split has 1 to ${MOST_SHARES} payees.`, {
      details: [`Received: ${shares.length}`],
    });
  }
  for (const [i, { payee, weight }] of shares.entries()) {
    if (isSameAddress(payee, ZERO_ADDRESS)) {
      throw new InvalidSharesError("payee", "A payee is the zero address.", {
        details: [`Place in the list, from 1: ${i + 1}`],
      });
    }
    if (!Number.isInteger(weight) || weight < 1 || weight > MOST_WEIGHT) {
      throw new InvalidSharesError("weight", `A weight is a whole number, 1 to ${MOST_WEIGHT}.`, {
        details: [`Received: ${weight}`, `Payee: ${payee}`],
      });
    }
  }
}

/** A list as ethers decodes it. */
export function listOf(
  told: Iterable<{ readonly payee: string; readonly weight: bigint; readonly nested: boolean }>,
): SplitShare[] {
  return [...told].map(({ payee, weight, nested }) => ({
    payee: address(payee),
    weight: Number(weight),
    nested,
  }));
}
