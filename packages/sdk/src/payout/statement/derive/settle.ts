import { smaller, sumOf } from "../amount.ts";
import { StatementFactsError } from "../errors.ts";
import type { ClaimFact, ShareFact } from "../facts.ts";
import { groupBy } from "./group.ts";
import { comparePositions } from "./order.ts";

/** What of a share was claimed, by which claim. */
export interface Claimed {
  readonly claim: ClaimFact;
  readonly amount: bigint;
}

/** What was claimed of credited shares; a share that nobody claimed anything of is not in it. */
export type ClaimedShares = ReadonlyMap<ShareFact, readonly Claimed[]>;

interface Credit {
  readonly share: ShareFact;
  rest: bigint;
}

/**
 * Ties claims to the credits that they took. A rail keeps one balance for a payee and currency, so the oldest credit goes first.
 *
 * @param shares - in order
 * @param claims - in order
 * @throws StatementFactsError where more was claimed than had been credited by then
 */
export function settleCredits(
  shares: readonly ShareFact[],
  claims: readonly ClaimFact[],
): ClaimedShares {
  const settled = new Map<ShareFact, Claimed[]>();
  const credited = shares.filter((share) => share.isCredited);
  const creditsOf = groupBy(credited, balanceKey);
  for (const [key, taken] of groupBy(claims, balanceKey)) {
    const credits = (creditsOf.get(key) ?? []).map(
      (share): Credit => ({ share, rest: share.amount }),
    );
    for (const claim of taken) take(claim, credits, settled);
  }
  return settled;
}

const balanceKey = ({ chain, rail, currency, payee }: ShareFact | ClaimFact): string =>
  `${chain}/${rail}/${currency}/${payee}`;

function take(claim: ClaimFact, credits: Credit[], settled: Map<ShareFact, Claimed[]>): void {
  let left = claim.amount;
  for (const credit of credits) {
    if (left === 0n || comparePositions(credit.share, claim) >= 0) break;
    const amount = smaller(credit.rest, left);
    if (amount === 0n) continue;
    credit.rest -= amount;
    left -= amount;
    const before = settled.get(credit.share);
    if (before === undefined) settled.set(credit.share, [{ claim, amount }]);
    else before.push({ claim, amount });
  }
  if (left === 0n) return;
  throw new StatementFactsError("More was claimed than had been credited.", {
    details: [
      `Chain: ${claim.chain}`,
      `Transaction: ${claim.transaction}`,
      `Too much: ${left}`,
      "Do the blocks that were read begin before the first credit?",
    ],
  });
}

/** What waits of a share. */
export function waitingOf(share: ShareFact, settled: ClaimedShares): bigint {
  if (!share.isCredited) return 0n;
  return share.amount - sumOf((settled.get(share) ?? []).map(({ amount }) => amount));
}
