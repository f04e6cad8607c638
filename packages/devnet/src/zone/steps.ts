/** One step of a start, as it begins and as it ends. */
export interface ZoneStep {
  name: string;
  /** Absent when the step begins. */
  doneIn?: number;
  /** What came of it, in a few words. */
  result?: string;
}

/** Hears of each step. */
export type StepListener = (step: ZoneStep) => void;

/**
 * Runs one step, telling that it began, how long it took and what came of it. An abort is felt at once, though
 * what the step had begun may still be going on.
 */
export async function runStep<T>(
  name: string,
  listener: StepListener,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  result: (value: T) => string = () => "",
): Promise<T> {
  signal?.throwIfAborted();
  listener({ name });
  const began = performance.now();
  const value = await untilAborted(work(), signal);
  listener({ name, doneIn: performance.now() - began, result: result(value) });
  return value;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
