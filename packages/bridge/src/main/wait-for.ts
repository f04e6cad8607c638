import { RyuguError } from "@ryugu/sdk/errors";
import { restartDelay } from "../domain/supervision.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";

const PATIENCE = { first: 250, most: 5_000 };

/** Who tries, and whom it tells. */
export interface Waiting {
  /** What is waited for, as tasks are named. */
  task: string;
  clock: Clock;
  report: Report;
  signal: AbortSignal;
  /** Whether waiting may mend it. */
  isPassing(error: RyuguError): boolean;
  /** Called before each time of waiting. */
  onAway(problem: string): Promise<void>;
}

/**
 * Does something that needs what may be away for a while, again and again until it succeeds. Errors that waiting does not
 * mend are thrown.
 *
 * @returns undefined when it was told to stop before
 */
export async function waitFor<T>(
  attempt: () => Promise<T>,
  waiting: Waiting,
): Promise<T | undefined> {
  const { task, clock, report, signal, isPassing, onAway } = waiting;
  for (let failures = 0; !signal.aborted; ) {
    try {
      const result = await attempt();
      if (failures > 0) report({ type: "task-recovered", task });
      return result;
    } catch (error) {
      if (!(error instanceof RyuguError) || !isPassing(error)) throw error;
      failures += 1;
      const retryInMs = restartDelay(failures, PATIENCE);
      report({ type: "task-failed", task, error, failures, retryInMs });
      await onAway(error.shortMessage);
      await clock.sleep(retryInMs, signal);
    }
  }
  return undefined;
}
