import type { SignedAttempt, Submission } from "../domain/submission.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Inclusion } from "../ports/submitter.ts";

/** That a transaction left for the first time. */
export function sentNews(submission: Submission, { hash: transaction }: SignedAttempt): NodeEvent {
  const { chain, nonce } = submission;
  if (submission.kind === "act") {
    return { type: "act-sent", chain, act: submission.act, transaction, nonce };
  }
  const { laneId, first, last } = submission;
  return { type: "delivery-sent", laneId, first, last, transaction, nonce };
}

/** That a transaction left again with a higher fee, or was replaced by an empty one. */
export function raisedNews(
  submission: Submission,
  { hash: transaction }: SignedAttempt,
  cancelled: boolean,
): NodeEvent {
  const { chain, nonce } = submission;
  return submission.kind === "act"
    ? { type: "act-raised", chain, act: submission.act, transaction, nonce, cancelled }
    : { type: "delivery-raised", laneId: submission.laneId, transaction, nonce, cancelled };
}

/** That a block holds a transaction. */
export function minedNews(
  submission: Submission,
  { transaction, cost }: Inclusion & Pick<NodeEventMined, "transaction">,
): NodeEvent {
  const { chain, nonce } = submission;
  if (submission.kind === "act") {
    return { type: "act-mined", chain, act: submission.act, nonce, transaction, cost };
  }
  const { laneId, first, last } = submission;
  return { type: "delivery-mined", laneId, first, last, nonce, transaction, cost };
}

type NodeEventMined = Extract<NodeEvent, { type: "delivery-mined" }>;

/** That another transaction used the nonce. */
export function lostNews(submission: Submission): NodeEvent {
  const { chain, nonce } = submission;
  return submission.kind === "act"
    ? { type: "act-lost", chain, act: submission.act, nonce }
    : { type: "delivery-lost", laneId: submission.laneId, nonce };
}
