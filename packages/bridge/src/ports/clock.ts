/** Time, given to whoever needs it so that tests can own it. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Resolves after a while, or at once when the signal is aborted. Never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
