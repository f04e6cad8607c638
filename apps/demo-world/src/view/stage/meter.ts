/** Frames' times over the last second. */
export interface Meter {
  /** Counts a frame; answers the median of a second in milliseconds when one has passed. */
  count(seconds: number): number | undefined;
}

const MOST = 240;

/** See {@link Meter}. */
export function createMeter(): Meter {
  const frames = new Float64Array(MOST);
  let counted = 0;
  let passed = 0;
  return {
    count(seconds) {
      frames[counted % MOST] = seconds * 1_000;
      counted++;
      passed += seconds;
      if (passed < 1) return undefined;
      const sorted = frames.slice(0, Math.min(counted, MOST)).sort();
      passed = 0;
      counted = 0;
      return sorted[Math.floor(sorted.length / 2)];
    },
  };
}
