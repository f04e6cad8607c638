import { ROOT_CONTEXT, TraceFlags, type Tracer, trace } from "@opentelemetry/api";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { TransferState, TransferStatus } from "@ryugu/sdk/transfer";
import type { ApiStore } from "../../ports/api-store.ts";
import type { Clock } from "../../ports/clock.ts";

/** Makes a trace of each transfer, from the facts as they come. */
export interface TransferTraces {
  /** @returns whether there is more to do at once */
  tick(): Promise<boolean>;
}

export interface TransferTracesContext {
  store: Pick<ApiStore, "events" | "lastEvent" | "transfer">;
  clock: Pick<Clock, "now">;
  tracer: Tracer;
}

/** What a transfer waited for in each state: a span's name. */
const WAITING: Partial<Record<TransferState, string>> = {
  sent: "finality",
  final: "quorum",
  attested: "delivery",
  parked: "parked",
};
const PAGE = 256;
/** Transfers under way that are remembered; of more, the oldest are traced from their next change on. */
const MOST_FOLLOWED = 10_000;
const MILLISECONDS = 1_000;

/** A state that a transfer is in, since when, in Unix milliseconds. */
interface Stay {
  state: TransferState;
  since: number;
}

/**
 * Makes the traces. Every node of the zone puts its spans of a transfer into one trace, because the trace's id is the
 * beginning of the message's id and the parent's span id what follows it: a platform that sends can put its own span there.
 * What is followed is in memory only; after a restart a trace begins with the next change.
 */
export function createTransferTraces(context: TransferTracesContext): TransferTraces {
  const { store, clock, tracer } = context;
  const followed = new Map<Bytes32, Stay>();
  let after: number | undefined;

  const follow = (messageId: Bytes32, stay: Stay) => {
    followed.delete(messageId);
    followed.set(messageId, stay);
    const [oldest] = followed.keys();
    if (followed.size > MOST_FOLLOWED && oldest !== undefined) followed.delete(oldest);
  };

  const note = (messageId: Bytes32, status: TransferStatus | undefined) => {
    const before = followed.get(messageId);
    if (status === undefined || isSettled(status.state)) followed.delete(messageId);
    if (status === undefined || status.state === before?.state) return;
    const now = clock.now();
    if (before !== undefined) writeSpan(tracer, messageId, status, before, now);
    if (isSettled(status.state)) return;
    // The first state is told with the block's time, which is when the waiting began.
    const since = status.state === "sent" ? status.sent.time * MILLISECONDS : now;
    follow(messageId, { state: status.state, since: Math.min(since, now) });
  };

  return {
    async tick() {
      after ??= await store.lastEvent();
      const events = await store.events(after, PAGE);
      for (const messageId of new Set(events.map((event) => event.messageId)))
        note(messageId, await store.transfer(messageId));
      after = events.at(-1)?.id ?? after;
      return events.length === PAGE;
    },
  };
}

const isSettled = (state: TransferState): boolean => state === "delivered" || state === "returned";

function writeSpan(
  tracer: Tracer,
  messageId: Bytes32,
  status: TransferStatus,
  { state, since }: Stay,
  now: number,
): void {
  const attributes = {
    "ryugu.message": messageId,
    "ryugu.lane": status.laneId,
    "ryugu.sequence": status.sequence,
    "ryugu.origin": status.originChain,
    "ryugu.destination": status.destinationChain,
    "ryugu.signers": status.signers.length,
    "ryugu.became": status.state,
  };
  const name = WAITING[state] ?? state;
  const parent = trace.setSpanContext(ROOT_CONTEXT, parentOf(messageId));
  tracer.startSpan(name, { startTime: since, attributes }, parent).end(Math.max(since, now));
}

/** A trace id is 16 bytes, a span id 8. https://www.w3.org/TR/trace-context/ */
function parentOf(messageId: Bytes32) {
  const digits = messageId.slice(2);
  return {
    traceId: digits.slice(0, 32),
    spanId: digits.slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  };
}
