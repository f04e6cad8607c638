import type { TransferState, TransferStatus } from "./status.ts";

/** What became of what a transfer carried that came too late. */
export interface Returning {
  /** The message that brings it back now: the Return, or the one in which home sent the Return on. */
  messageId: string;
  /** Whether it is still on its way, waits for a retry, or has been given back. */
  state: "in-flight" | "parked" | "given-back";
}

/**
 * A transfer over all of its way. `state` is that of the whole: a transfer that passes through home is `delivered` when
 * it has arrived on its destination; one that came too late stays `returned` while what it carried goes back.
 */
export interface TransferProgress extends TransferStatus {
  /** Every message that has carried it so far, in order, each with its own state. The first is the transfer itself. */
  legs: readonly TransferStatus[];
  /** Where what it carried is, once it is returned. */
  returning?: Returning;
}

/** The states that a leg has one after the other; it never goes back. */
const ORDER: readonly TransferState[] = [
  "sent",
  "final",
  "attested",
  "parked",
  "delivered",
  "returned",
];

/** Whether a leg was carried out by sending another message, so that its way is not over. */
export function goesOn({ state, kind, refundChain, destinationChain }: TransferStatus): boolean {
  if (state === "returned") return true;
  if (state !== "delivered") return false;
  return (
    kind === "forward" ||
    (kind === "return" && (refundChain ?? destinationChain) !== destinationChain)
  );
}

/**
 * Whether a look at a leg says something new. A source that is behind must not take back what was seen; only `sent` can be
 * undone, by a reorg.
 */
export function isNews(last: TransferStatus | undefined, next: TransferStatus): boolean {
  if (last === undefined) return true;
  const [before, after] = [ORDER.indexOf(last.state), ORDER.indexOf(next.state)];
  return after > before || (after === before && next.signers.length > last.signers.length);
}

/** The whole of a transfer, from its legs so far. */
export function progressOf(
  legs: readonly [...before: TransferStatus[], last: TransferStatus],
): TransferProgress {
  const [first, last] = [legs[0], legs[legs.length - 1] ?? legs[0]];
  const { delivered: _, parkedReason: __, ...told } = first;
  const whole = { ...told, legs, state: stateOf(legs, last) };
  const isReturned = whole.state === "returned";
  return {
    ...whole,
    ...(isReturned && { returning: returningOf(last) }),
    ...(!goesOn(last) && last.delivered && { delivered: last.delivered }),
    ...(last.parkedReason !== undefined && { parkedReason: last.parkedReason }),
  };
}

function stateOf(legs: readonly TransferStatus[], last: TransferStatus): TransferState {
  if (legs.some(({ state }) => state === "returned")) return "returned";
  // Home has it, and sends it on.
  if (goesOn(last)) return "attested";
  const isUnderWay = legs.length > 1 && ORDER.indexOf(last.state) < ORDER.indexOf("attested");
  return isUnderWay ? "attested" : last.state;
}

function returningOf(last: TransferStatus): Returning {
  const { messageId, state, next } = last;
  if (goesOn(last)) return { messageId: next ?? messageId, state: "in-flight" };
  if (state === "parked") return { messageId, state };
  return { messageId, state: state === "delivered" ? "given-back" : "in-flight" };
}
