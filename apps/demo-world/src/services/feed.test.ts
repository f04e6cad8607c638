import type { TransferStatus } from "@ryugu/sdk/transfer";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NodeUnavailableError } from "./errors.ts";
import { type FeedParts, startFeed } from "./feed.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A feed over made-up nodes: those in `up` answer once and stay silent until they are taken away. */
function start(urls: string[], up: Set<string>) {
  const told: string[] = [];
  const cut = new Map<string, () => void>();
  const control = new AbortController();
  const parts: FeedParts = {
    urls,
    start: 0,
    async *follow(url): AsyncGenerator<TransferStatus[], never> {
      if (!up.has(url)) throw new NodeUnavailableError("down");
      yield [];
      await new Promise<void>((resolve) => cut.set(url, resolve));
      throw new NodeUnavailableError("cut");
    },
    onConnecting: (url) => told.push(`ask ${url}`),
    onLive: (url) => told.push(`live ${url}`),
    onOffline: (rounds, delay) => told.push(`offline ${rounds} ${delay}`),
    onTransfers: () => undefined,
  };
  const feed = startFeed(parts, control.signal);
  return { told, cut, control, feed };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("goes on to the next node when one fails, and stays with one that answers", async () => {
  const { told, control } = start(["a", "b", "c"], new Set(["b", "c"]));
  await settle();
  expect(told).toEqual(["ask a", "ask b", "live b"]);
  control.abort();
});

test("leaves a node that dies while it is followed", async () => {
  const up = new Set(["a", "b"]);
  const { told, cut, control } = start(["a", "b"], up);
  await settle();
  cut.get("a")?.();
  await settle();
  expect(told).toEqual(["ask a", "live a", "ask b", "live b"]);
  control.abort();
});

test("rests longer after each round in which nobody answered, and recovers", async () => {
  const up = new Set<string>();
  const { told, control } = start(["a", "b"], up);
  await settle();
  expect(told).toEqual(["ask a", "ask b", "offline 1 500"]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told.at(-1)).toBe("offline 2 1000");
  up.add("b");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.at(-1)).toBe("live b");
  control.abort();
});

test("tries at once when it is told to", async () => {
  const up = new Set<string>();
  const { told, feed, control } = start(["a"], up);
  await settle();
  up.add("a");
  feed.retryNow();
  await settle();
  expect(told).toEqual(["ask a", "offline 1 500", "ask a", "live a"]);
  control.abort();
});

test("stops when its signal aborts", async () => {
  const { told, control } = start(["a"], new Set());
  await settle();
  control.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(["ask a", "offline 1 500"]);
});
