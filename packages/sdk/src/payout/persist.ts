import { isRetryable } from "../errors/index.ts";
import { sleep } from "./wait.ts";

/** How a chain that gives no answer is asked again. */
export interface PersistOptions {
  /** How often it is asked in all, for each step; 5 by default. */
  readonly attempts?: number;
  /** Milliseconds between two of them; 2,000 by default. */
  readonly interval?: number;
  readonly signal?: AbortSignal;
  /** Waits; given so that tests need no clock. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Does a step again where a chain gave no answer; the step must see for itself what was done before. Throws what it throws at last. */
export async function persist<T>(
  { attempts = 5, interval = 2_000, wait = sleep, signal }: PersistOptions,
  step: () => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await step();
    } catch (error) {
      if (!isRetryable(error) || tried >= attempts) throw error;
    }
    await wait(interval, signal);
  }
}
