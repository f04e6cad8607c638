/** `held`: as before. `gained`: since this call, so whatever was remembered may be old. `elsewhere`: not here. */
export type TaskHold = "held" | "gained" | "elsewhere";

/**
 * Which of the processes that share a store runs a task. It keeps them from doing the same work twice, and nothing rests
 * on it: a process that was held up may still be at work while another has taken over, so every write is guarded or
 * conditional on what was read.
 */
export interface TaskLock {
  /** Whether this process runs a task now; takes it when nobody does. */
  hold(task: string): Promise<TaskHold>;
}
