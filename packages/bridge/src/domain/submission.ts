import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";

/**
 * Where a transaction of this relayer stands.
 *
 * `pending`: signed, stored and sent, perhaps several times with rising fees under one nonce.
 * `mined`: in a block that may still be reorganised away; then it goes back to `pending`.
 * `done`: in a final block. `lost`: its nonce was used by a transaction that is not ours.
 */
export type SubmissionState = "pending" | "mined" | "done" | "lost";

/** One transaction signed for a nonce. */
export interface SignedAttempt {
  hash: Bytes32;
  raw: Hex;
  /** Wei per gas: the most it may cost. */
  maxFee: bigint;
  /** Unix milliseconds. */
  time: number;
}

/** What a transaction is for: messages of a lane that it delivers, or an act that another role wanted. */
export type Purpose =
  | { kind: "delivery"; laneId: Bytes32; first: number; last: number }
  | { kind: "act"; act: string };

/** A transaction on its way to a chain. Stored before its first byte leaves. */
export type Submission = Purpose & {
  chain: ChainId;
  /** Whose nonce it is; absent in what releases before this one wrote. */
  from?: Address;
  nonce: number;
  to: Hex;
  data: Hex;
  /** Wei sent along; nothing where absent. */
  value?: bigint;
  gas: bigint;
  state: SubmissionState;
  /** The newest last. Never empty. */
  attempts: readonly SignedAttempt[];
};

/** What the chain says about a submission. */
export interface SubmissionView {
  /** The block that holds one of its attempts. */
  minedIn?: number;
  /** The account's next nonce at the newest block. */
  nextNonce: number;
  finalBlock: number;
  /** Whether it would change nothing any more: others did it, or its time is over. */
  useless: boolean;
  /** Unix milliseconds. */
  now: number;
  /** Milliseconds after which a transaction that no block holds gets a higher fee. */
  bumpAfter: number;
}

/**
 * What to do with a submission now. `raise` sends the same call again with a higher fee; `cancel` fills the nonce with an
 * empty transaction, because the call has become useless; `reopen` follows a fork that took the transaction back.
 */
export type SubmissionStep =
  | "wait"
  | "mark-mined"
  | "mark-done"
  | "mark-lost"
  | "raise"
  | "cancel"
  | "reopen";

/** Decides what to do next with a submission. */
export function nextStep(submission: Submission, view: SubmissionView): SubmissionStep {
  if (view.minedIn !== undefined) {
    if (view.minedIn <= view.finalBlock) return "mark-done";
    return submission.state === "mined" ? "wait" : "mark-mined";
  }
  if (submission.state === "mined") return "reopen";
  if (view.nextNonce > submission.nonce) return "mark-lost";
  const newest = submission.attempts.at(-1);
  if (newest !== undefined && view.now - newest.time < view.bumpAfter) return "wait";
  return view.useless ? "cancel" : "raise";
}

/**
 * Whether a submission may still do its work by itself. One that was mined and has delivered nothing has
 * failed; the observer gets `grace` milliseconds to see what it did.
 */
export function isUnderWay(submission: Submission, now: number, grace: number): boolean {
  if (submission.state === "pending") return true;
  return submission.state === "mined" && now - (submission.attempts.at(-1)?.time ?? 0) < grace;
}

/** Never more than this many times what the market asks: a transaction that is stuck for another reason is not cured by money. */
const MOST_OVER_MARKET = 8n;

/**
 * A fee that nodes accept as a replacement: an eighth more, or the market's if that is higher.
 *
 * @returns undefined when that would be more than the bound over the market
 */
export function raisedFee(previous: bigint, market: bigint): bigint | undefined {
  const raised = previous + previous / 8n + 1n;
  if (raised > market * MOST_OVER_MARKET) return undefined;
  return raised > market ? raised : market;
}
