import type { TransferStatus } from "@ryugu/sdk/transfer";
import { backoff } from "../sim/backoff.ts";
import { wait } from "./wait.ts";

/** What a feed needs and whom it tells. */
export interface FeedParts {
  /** The zone's nodes. */
  urls: readonly string[];
  /** Which of them is asked first. */
  start: number;
  follow(url: string, signal: AbortSignal): AsyncGenerator<TransferStatus[], never>;
  onConnecting(url: string): void;
  onLive(url: string): void;
  /** No node answered in a whole round; the next round begins after `delay` milliseconds. */
  onOffline(rounds: number, delay: number): void;
  onTransfers(transfers: readonly TransferStatus[]): void;
}

/** A running feed. */
export interface Feed {
  /** Begins the next round now instead of waiting. */
  retryNow(): void;
}

/**
 * Follows the zone at one node, and goes on to the next whenever that one fails, for as long as the signal
 * lasts. Every node is as good as any other: what they tell is the same log.
 */
export function startFeed(parts: FeedParts, signal: AbortSignal): Feed {
  let hurry = new AbortController();
  void run();
  return { retryNow: () => hurry.abort() };

  async function run(): Promise<void> {
    // Nodes that failed one after another since one last answered.
    let failures = 0;
    for (let turn = parts.start; !signal.aborted; turn++) {
      const url = parts.urls[turn % parts.urls.length];
      if (url === undefined) return;
      failures = (await followOne(url)) ? 1 : failures + 1;
      const rounds = failures / parts.urls.length;
      if (Number.isInteger(rounds) && !signal.aborted) await rest(rounds);
    }
  }

  /** Follows one node until it fails; says whether it had answered before. */
  async function followOne(url: string): Promise<boolean> {
    let answered = false;
    parts.onConnecting(url);
    try {
      for await (const transfers of parts.follow(url, signal)) {
        if (!answered) parts.onLive(url);
        answered = true;
        parts.onTransfers(transfers);
      }
    } catch {
      // Whatever the reason, the cure is the same: the next node.
    }
    return answered;
  }

  async function rest(rounds: number): Promise<void> {
    const delay = backoff(rounds);
    parts.onOffline(rounds, delay);
    hurry = new AbortController();
    await wait(delay, AbortSignal.any([signal, hurry.signal]));
  }
}
