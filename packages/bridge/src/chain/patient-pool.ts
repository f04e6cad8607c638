import type { Clock } from "../ports/clock.ts";
import { ChainUnreachableError, EndpointsDisagreeError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";

/** How often a question is asked in all, and how long is waited in between, in milliseconds. */
const TRIES = 10;
const REST = 1_000;

/** A pool for a command that somebody waits for: a task would ask again with its next tick, a command has none. */
export function patientPool(pool: EndpointPool, clock: Pick<Clock, "sleep">): EndpointPool {
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        const mayPass =
          error instanceof ChainUnreachableError || error instanceof EndpointsDisagreeError;
        if (!mayPass || tries === TRIES) throw error;
        await clock.sleep(REST);
      }
    }
  };
  return {
    ...pool,
    any: (question) => insist(() => pool.any(question)),
    agreed: (question) => insist(() => pool.agreed(question)),
  };
}
