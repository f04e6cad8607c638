import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { TaskLock } from "../ports/task-lock.ts";
import type { SharedParts } from "./parts.ts";
import type { Task } from "./task.ts";

/** How long after a refusal the lock is asked again at the soonest, in milliseconds. */
const ASK_AGAIN = 400;

/** Makes a role's tasks, each of which runs in one process at a time. */
export function lockedTasks(
  make: (parts: SharedParts) => Task[],
  parts: SharedParts,
  lock: TaskLock,
): Task[] {
  return make(parts).map((task) => {
    const again = () => make(parts).find(({ name }) => name === task.name) ?? task;
    return lockedTask(task, again, { ...parts, lock });
  });
}

/**
 * A task that runs in one process at a time. The others stand by and take over when that process ends or is not heard of
 * any more. Taking over is like starting: what the task remembers is made anew.
 */
export function lockedTask(
  first: Task,
  again: () => Task,
  { lock, clock, report }: { lock: TaskLock; clock: Pick<Clock, "now">; report: Report },
): Task {
  let work = first;
  let state: "new" | "running" | "standby" = "new";
  let askAt = Number.NEGATIVE_INFINITY;
  const { name, interval, wakeOn } = work;

  const isHere = async (): Promise<boolean> => {
    if (state === "standby" && clock.now() < askAt) return false;
    const hold = await lock.hold(name);
    if (hold === "elsewhere") {
      if (state !== "standby") report({ type: "task-elsewhere", task: name });
      state = "standby";
      askAt = clock.now() + ASK_AGAIN;
      return false;
    }
    if (hold === "gained") {
      if (state === "standby") report({ type: "task-taken-over", task: name });
      work = again();
    }
    state = "running";
    return true;
  };

  return {
    name,
    interval,
    ...(wakeOn === undefined ? {} : { wakeOn }),
    tick: async () => ((await isHere()) ? work.tick() : false),
    waitingFor: () => (state === "running" ? work.waitingFor?.() : undefined),
    isStandby: () => state === "standby",
  };
}
