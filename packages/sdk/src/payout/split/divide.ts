import { uint } from "../../primitives/index.ts";
import { assertShares, type SplitShare } from "./share.ts";

/**
 * What each payee gets of an amount, exactly as the contract divides it: the n-th gets what the floors of the running sum of
 * weights leave between them. The parts sum to the amount, and each differs from its exact share by less than one unit.
 *
 * @param amount - in the currency's units, up to 2^128 - 1
 * @returns one part for each share, in the list's order; some may be zero
 * @throws InvalidSharesError, IntegerOutOfRangeError
 *
 * @example
 * divide(100n, [{ payee: painter, weight: 2, nested: false }, { payee: poet, weight: 1, nested: false }]); // [66n, 34n]
 */
export function divide(amount: bigint, shares: readonly SplitShare[]): bigint[] {
  assertShares(shares);
  return divideByWeights(uint(amount, 128, "An amount"), shares);
}

/** As {@link divide}, of a list whose weights are not all zero and whatever else it says. */
export function divideByWeights(
  amount: bigint,
  shares: readonly Pick<SplitShare, "weight">[],
): bigint[] {
  const whole = sumOfWeights(shares);
  let weights = 0n;
  let given = 0n;
  return shares.map(({ weight }) => {
    weights += BigInt(weight);
    const upTo = (amount * weights) / whole;
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

export function sumOfWeights(shares: readonly Pick<SplitShare, "weight">[]): bigint {
  return shares.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
}
