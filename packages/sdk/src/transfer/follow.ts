import type { Bytes32 } from "../primitives/index.ts";
import { TransferNotFoundError } from "./errors.ts";
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

const ORDER: readonly TransferState[] = [
  "sent",
  "final",
  "attested",
  "parked",
  "delivered",
  "returned",
];
const ENDS: readonly TransferState[] = ["delivered", "returned"];

/**
 * Follows a transfer: yields its status at once and whenever it changes (a new state, a new signature), and
 * ends when it is delivered or returned. A parked transfer is yielded and followed on, since anyone may
 * retry it. A state never goes back, except that a reorg may undo `sent`.
 *
 * Ends by the signal's reason when it is aborted. Sources that cannot be asked are asked again.
 *
 * @throws TransferNotFoundError when nobody knows the message after `patience`
 *
 * @example
 * for await (const status of followTransfer(messageId, { sources: [nodeSource(urls)] })) {
 *   console.log(status.state, status.signers.length);
 * }
 */
export async function* followTransfer(
  messageId: Bytes32,
  options: FollowOptions,
): AsyncGenerator<TransferStatus, void, void> {
  const { interval = 500, patience = 30_000, wait = sleep, signal } = options;
  let last: TransferStatus | undefined;
  for (let unknownFor = 0; ; unknownFor += interval) {
    signal?.throwIfAborted();
    const next = await look(messageId, options);
    if (next !== undefined) {
      unknownFor = 0;
      if (isNews(last, next)) {
        last = next;
        yield next;
        if (ENDS.includes(next.state)) return;
      }
    } else if (last === undefined && unknownFor >= patience) {
      throw new TransferNotFoundError("No node or chain knows this message.", {
        details: [`Message: ${messageId}`, `Asked for ${Math.round(unknownFor / 1_000)} s`],
      });
    }
    await wait(interval, signal);
  }
}

/** One look: the first source that can be asked answers, and an end is confirmed. */
async function look(
  messageId: Bytes32,
  options: FollowOptions,
): Promise<TransferStatus | undefined> {
  const { sources, confirm, signal } = options;
  const status = await firstAnswer(messageId, sources, signal);
  if (status === undefined || confirm === undefined || !ENDS.includes(status.state)) return status;
  const seen = await firstAnswer(messageId, [confirm], signal);
  if (seen === undefined || seen.state === status.state) return seen && status;
  const { delivered: _, ...unconfirmed } = status;
  return { ...unconfirmed, state: seen.state };
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

function isNews(last: TransferStatus | undefined, next: TransferStatus): boolean {
  if (last === undefined) return true;
  const before = ORDER.indexOf(last.state);
  const after = ORDER.indexOf(next.state);
  // A source that is behind must not take back what was seen; only `sent` can be undone, by a reorg.
  if (after < before) return false;
  return after > before || next.signers.length > last.signers.length;
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
