/**
 * Runs what takes a while so that only the newest counts: what an older run would do when it is done is dropped
 * once a newer one has begun, or all is over.
 */
export interface Latest {
  /** Begins anew: whatever runs still is worth nothing any more. */
  begin(): { isLatest(): boolean };
  end(): void;
}

/** Nothing has begun yet. */
export function createLatest(): Latest {
  let newest = 0;
  return {
    begin() {
      newest += 1;
      const mine = newest;
      return { isLatest: () => mine === newest };
    },
    end() {
      newest += 1;
    },
  };
}
