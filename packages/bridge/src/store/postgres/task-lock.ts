import type { TaskLock } from "../../ports/task-lock.ts";
import { lockKey } from "./settings.ts";
import type { StandingConnection } from "./standing.ts";

/**
 * Session-level advisory locks, one a task: the server gives a lock back when its connection ends, whether the process
 * was killed, froze or lost the network.
 */
export function postgresLock(schema: string, standing: StandingConnection): TaskLock {
  /** On which connection each task was taken. */
  const taken = new Map<string, number>();
  return {
    async hold(task) {
      // After a silence only an answer tells whether the connection is still there.
      if (standing.generation() === undefined) await standing.ask("SELECT 1");
      const now = standing.generation();
      if (now !== undefined && taken.get(task) === now) return "held";
      taken.delete(task);
      const key = lockKey("task", schema, task);
      const row = await standing.ask(`SELECT pg_try_advisory_lock(${key}) AS taken`);
      const generation = standing.generation();
      if (row?.taken !== true || generation === undefined) return "elsewhere";
      taken.set(task, generation);
      return "gained";
    },
  };
}
