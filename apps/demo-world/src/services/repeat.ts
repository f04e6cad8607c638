import { wait } from "./wait.ts";

/** Repeats a task for as long as the signal lasts; rests while nobody looks at the page. */
export async function repeat(
  interval: number,
  signal: AbortSignal,
  task: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (document.visibilityState === "visible") await task();
    await wait(interval, signal);
  }
}
