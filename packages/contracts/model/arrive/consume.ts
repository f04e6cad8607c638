import { emit, type Here } from "../here.ts";
import type { Message } from "../message/message.ts";
import { attempt, put } from "../state/journal.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { Hash } from "../words.ts";
import { carryOut } from "./carry-out.ts";
import { end, giveBack, isLate } from "./ending.ts";
import { define } from "./representation.ts";

/** Meets a message in order: it ends, or it parks; it never stops those behind it. */
export function consume(
  here: Here,
  lane: IncomingLane,
  sequence: number,
  id: Hash,
  message: Message,
): void {
  const { origin } = lane;
  if (message.kind === "collection") {
    // It changes only how a collection looks; one that says nonsense is passed over.
    attempt(here.journal, () => define(here, lane, sequence, message));
    return;
  }
  if (isLate(here, origin, message)) {
    giveBack(here, origin, id, message);
    return;
  }
  const refusal = here.env.rules.failsWholly
    ? attempt(here.journal, () => carryOut(here, origin, message))
    : leaky(() => carryOut(here, origin, message));
  if (refusal === undefined) {
    end(here, id, "delivered");
    return;
  }
  const reason = refusal.message;
  put(here.journal, here.chain.parked, id, { id, origin, message, reason });
  emit(here, { name: "MessageParked", id, reason });
}

/** Meets a message out of order: it ends, or nothing happens. */
export function consumeNow(
  here: Here,
  lane: IncomingLane,
  sequence: number,
  id: Hash,
  message: Message,
): void {
  const { origin } = lane;
  if (message.kind === "collection") {
    define(here, lane, sequence, message);
    return;
  }
  if (isLate(here, origin, message)) {
    giveBack(here, origin, id, message);
    return;
  }
  carryOut(here, origin, message);
  end(here, id, "delivered");
}

/** A broken rule, for tests: what was done before the failure stays. */
function leaky(work: () => void): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
