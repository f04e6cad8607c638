import { setTimeout as delay } from "node:timers/promises";
import type { LocalServer } from "../chain/local-server.ts";

/** A program that answers and, beside that, does what is due. */
export interface Service {
  readonly server: LocalServer;
  /** Does what is due. What it throws is logged, and it is called again. */
  readonly tick: () => Promise<void>;
  /** Milliseconds between two ticks. */
  readonly interval: number;
  readonly close: () => void;
}

/** Runs a service until it is told to end (SIGTERM, SIGINT): the tick that goes on then is the last. */
export async function runUntilEnded({ server, tick, interval, close }: Service): Promise<void> {
  const ending = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => ending.abort());
  await server.start();
  while (!ending.signal.aborted) {
    await tick().catch((error: unknown) => console.error(error));
    await delay(interval, undefined, { signal: ending.signal }).catch(() => undefined);
  }
  await server.stop();
  close();
}
