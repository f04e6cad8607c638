import { setTimeout as delay } from "node:timers/promises";

/** How often a condition is asked and for how long, in milliseconds. */
export interface WaitOptions {
  timeout: number;
  interval: number;
  signal?: AbortSignal;
}

/** Asks until a condition holds; answers whether it did in time. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  { timeout, interval, signal }: WaitOptions,
): Promise<boolean> {
  const end = performance.now() + timeout;
  for (;;) {
    if (await condition()) return true;
    signal?.throwIfAborted();
    if (performance.now() >= end) return false;
    await delay(interval);
  }
}
