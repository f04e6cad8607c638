import type { TaskHealth } from "../api/context.ts";
import { restartDelay } from "../domain/supervision.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { StoreTopic } from "../ports/store.ts";

/** One role's work, done again and again. */
export interface Task {
  name: string;
  /** One complete piece of work. @returns whether there is more to do at once */
  tick(): Promise<boolean>;
  /** How long to rest when there is nothing to do, in milliseconds. */
  interval: number;
  /** What in the store ends a rest early. */
  wakeOn?: readonly StoreTopic[];
  /** A further condition of health, in words when it is not met. */
  waitingFor?(): string | undefined;
  /** Whether another process of the node does it now, and this one is ready to take over. */
  isStandby?(): boolean;
}

/** A task that runs until it is stopped, whatever happens in it. */
export interface RunningTask {
  /** Ends a rest early, if the task waits for this. */
  wake(topic: StoreTopic): void;
  health(): TaskHealth;
  /** Resolves when the tick under way, if any, has ended. */
  done: Promise<void>;
}

const BACKOFF = { first: 250, most: 15_000 };
/** A tick that takes longer than this is reported as stalled; every call in it has its own timeout. */
const STALLED = 120_000;
/** Said here: an abort without a reason makes an error with a stack each time. */
const STOPPED = "The task is stopped.";
const WOKEN = "There is something to do.";
/** So many failures in a row and the task no longer counts as healthy: one hiccup is no illness. */
const UNHEALTHY = 3;

/** Runs a task under supervision: a failure is reported and tried again later, never silently dropped. */
export function superviseTask(
  task: Task,
  clock: Clock,
  report: Report,
  signal: AbortSignal,
): RunningTask {
  let failures = 0;
  let problem: string | undefined;
  let tickSince = clock.now();
  let rest = new AbortController();
  let woken = false;

  const sleep = async (milliseconds: number) => {
    if (!woken && !signal.aborted) {
      rest = new AbortController();
      await clock.sleep(milliseconds, rest.signal);
    }
    woken = false;
  };

  const noteTick = (failed: boolean) => {
    const milliseconds = clock.now() - tickSince;
    report({ type: "tick-ended", task: task.name, milliseconds, failed });
  };

  const attempt = async (): Promise<number> => {
    tickSince = clock.now();
    try {
      const more = await task.tick();
      noteTick(false);
      if (failures >= UNHEALTHY) report({ type: "task-recovered", task: task.name });
      failures = 0;
      problem = undefined;
      return more ? 0 : task.interval;
    } catch (error) {
      noteTick(true);
      failures += 1;
      const retryInMs = restartDelay(failures, BACKOFF);
      problem = error instanceof Error ? error.message.split("\n")[0] : String(error);
      report({ type: "task-failed", task: task.name, error, failures, retryInMs });
      woken = false;
      return retryInMs;
    }
  };

  signal.addEventListener("abort", () => rest.abort(STOPPED), { once: true });

  const run = async () => {
    while (!signal.aborted) await sleep(await attempt());
  };

  return {
    wake(topic) {
      // A task that fails rests as long as it must, whatever happens around it.
      if (failures > 0 || task.wakeOn?.includes(topic) !== true) return;
      woken = true;
      rest.abort(WOKEN);
    },
    health() {
      const stalled =
        clock.now() - tickSince > STALLED + task.interval
          ? "It has not finished its work for minutes."
          : undefined;
      const why = stalled ?? (failures >= UNHEALTHY ? problem : undefined) ?? task.waitingFor?.();
      return {
        name: task.name,
        healthy: why === undefined,
        ...(task.isStandby?.() === true ? { standby: true } : {}),
        ...(why === undefined ? {} : { problem: why }),
      };
    },
    done: run(),
  };
}
