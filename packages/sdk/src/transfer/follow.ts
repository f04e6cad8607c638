import type { Bytes32 } from "../primitives/index.ts";
import { TransferNotFoundError } from "./errors.ts";
import { goesOn, isNews, progressOf, type TransferProgress } from "./progress.ts";
import type { TransferSource } from "./source.ts";
import type { TransferState, TransferStatus } from "./status.ts";

/** How a transfer is followed. */
export interface FollowOptions {
  /** Asked in order: the next one only where the one before cannot be asked. */
  sources: readonly TransferSource[];
  /**
   * Asked before an end is believed: usually the chains themselves, so that no node can claim a delivery.
   * Left out, the sources are believed.
   */
  confirm?: TransferSource;
  /** Milliseconds between two looks. */
  interval?: number;
  /** How long a message may be unknown before that is an error, in milliseconds. */
  patience?: number;
  signal?: AbortSignal;
  /** Waits; given so that tests need no clock. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const ENDS: readonly TransferState[] = ["delivered", "returned"];

/**
 * Follows a transfer to its end: yields where it stands at once and whenever that changes (a new state, a new signature),
 * over every lane that it takes. It ends when it is delivered on its destination or, if it came too late, when what it
 * carried has been given back. A parked transfer is yielded and followed on, since anyone may retry it. A state never goes
 * back, except that a reorg may undo `sent`; where it undoes what home sent on, the new message is followed instead.
 *
 * Ends by the signal's reason when it is aborted. Sources that cannot be asked are asked again.
 *
 * @throws TransferNotFoundError when nobody knows the message after `patience`
 *
 * @example
 * for await (const { state, signers } of followTransfer(messageId, { sources: [nodeSource(urls)] })) {
 *   console.log(state, signers.length);
 * }
 */
export async function* followTransfer(
  messageId: Bytes32,
  options: FollowOptions,
): AsyncGenerator<TransferProgress, void, void> {
  const { interval = 500, patience = 30_000, wait = sleep, signal } = options;
  const before: TransferStatus[] = [];
  let [id, last]: [string, TransferStatus | undefined] = [messageId, undefined];
  for (let unknownFor = 0; ; unknownFor += interval) {
    signal?.throwIfAborted();
    const now = await look(id as Bytes32, options);
    if (now !== undefined) {
      unknownFor = 0;
      if (isNews(last, now)) {
        last = now;
        yield progressOf([...before, now]);
      }
      if (last?.state === "delivered" && !goesOn(last)) return;
      if (last !== undefined && goesOn(last) && now.next !== undefined) {
        before.push({ ...last, next: now.next });
        [id, last] = [now.next, undefined];
        continue;
      }
    } else if (before.length > 0 && (last === undefined || last.state === "sent")) {
      // A reorg of home takes back what it sent on, and the next delivery sends it on under another id.
      last = before.pop();
      id = last?.messageId ?? messageId;
    } else if (last === undefined && unknownFor >= patience) {
      throw new TransferNotFoundError("No node or chain knows this message.", {
        details: [`Message: ${messageId}`, `Asked for ${Math.round(unknownFor / 1_000)} s`],
      });
    }
    await wait(interval, signal);
  }
}

/** One look at a message: the first source that can be asked answers, and an end is confirmed. */
async function look(
  messageId: Bytes32,
  options: FollowOptions,
): Promise<TransferStatus | undefined> {
  const { sources, confirm, signal } = options;
  const status = await firstAnswer(messageId, sources, signal);
  if (status === undefined || confirm === undefined || !ENDS.includes(status.state)) return status;
  const seen = await firstAnswer(messageId, [confirm], signal);
  if (seen === undefined) return undefined;
  // Where it goes on is the chain's word, too.
  const { delivered, next: _, ...told } = status;
  const next = seen.next === undefined ? {} : { next: seen.next };
  if (seen.state !== status.state) return { ...told, ...next, state: seen.state };
  return { ...told, ...next, ...(delivered && { delivered }) };
}

async function firstAnswer(
  messageId: Bytes32,
  sources: readonly TransferSource[],
  signal?: AbortSignal,
): Promise<TransferStatus | undefined> {
  for (const source of sources) {
    try {
      const status = await source.status(messageId, signal);
      if (status !== undefined) return status;
    } catch {
      signal?.throwIfAborted();
    }
  }
  return undefined;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
