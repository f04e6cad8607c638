/** When royalties that wait in a router are worth sending home. */
export interface ForwardPolicy {
  /** From so many units they go at once. */
  minimum: bigint;
  /** After so long they go whatever they are worth, if they are worth the way. Milliseconds. */
  maximumAge: number;
}

/** What waits in one router, in one currency. */
export interface WaitingRoyalty {
  /** Units. */
  value: bigint;
  /** When the oldest of it came, in Unix milliseconds. */
  oldest: number;
  /** Unix milliseconds. */
  now: number;
  /** What the lane home asks of a send, in the same units; undefined where nobody knows what its fee is worth. */
  feeOfLane: bigint | undefined;
  policy: ForwardPolicy;
}

/**
 * Why royalties wait, or that they do not. `below-fee`: the way would cost more than they are worth. `unpriced`: the lane has a
 * fee, and this node was not told what a coin is worth.
 */
export type ForwardVerdict = "nothing" | "unpriced" | "below-fee" | "collecting" | "due";

/** Judges what waits: by value and by age, and never against the lane's fee. */
export function judgeForward(waiting: WaitingRoyalty): ForwardVerdict {
  const { value, oldest, now, feeOfLane, policy } = waiting;
  if (value === 0n) return "nothing";
  if (feeOfLane === undefined) return "unpriced";
  if (value < feeOfLane) return "below-fee";
  return value >= policy.minimum || now - oldest >= policy.maximumAge ? "due" : "collecting";
}

/** Whether to send home what waits. */
export function shouldForward(waiting: WaitingRoyalty): boolean {
  return judgeForward(waiting) === "due";
}

const WEI_PER_COIN = 10n ** 18n;

/**
 * A lane's fee in a currency's units, rounded up.
 *
 * @param wei - what the lane asks
 * @param coinPrice - what a whole coin of the chain is worth, in the currency's units, where that is known
 * @returns undefined where there is a fee and no price
 */
export function feeInUnits(wei: bigint, coinPrice: bigint | undefined): bigint | undefined {
  if (wei === 0n) return 0n;
  if (coinPrice === undefined) return undefined;
  return (wei * coinPrice + WEI_PER_COIN - 1n) / WEI_PER_COIN;
}
