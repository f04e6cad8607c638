import type { AssetStandard } from "@ryugu/sdk/primitives";

/** How a collection and a validator's pauses stand on a gateway. */
export interface PauseView {
  /** Unix seconds until which the collection stands still already. */
  until: number;
  /** Seconds of pause that the validator has left. */
  left: number;
  /** Unix seconds of the newest block. */
  now: number;
}

/** What a validator has in any seven days, in seconds. */
const BUDGET = 6 * 3_600;
/** What a collection that nobody listed may cost of it, in seconds: anyone can make one that loses tokens on purpose. */
const UNLISTED = 900;
/** So much is always left for money that the council listed, and for lanes. */
const KEPT = BUDGET / 2;

/**
 * For how long a validator stops a collection alone, in seconds. Listed money: as long as it can, so that the council has
 * time to meet. Anything else for a quarter of an hour, and never out of the half of the budget that is kept for money.
 *
 * @returns undefined when the collection stands still already, or nothing may be spent on it
 */
export function quarantineSeconds(standard: AssetStandard, view: PauseView): number | undefined {
  if (view.until > view.now) return undefined;
  const spendable =
    standard === "erc20" ? view.left : Math.min(UNLISTED, Math.max(0, view.left - KEPT));
  return spendable > 0 ? spendable : undefined;
}
