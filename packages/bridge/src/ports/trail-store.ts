/** One thing that the node did, or that somebody did to it. */
export interface TrailEntry {
  id: number;
  /** Unix milliseconds. */
  time: number;
  type: string;
  detail: Readonly<Record<string, unknown>>;
}

/** Kept for regulators and operators: what the node did, in order. */
export interface TrailStore {
  /** Writes an entry down after all others. */
  addTrail(entry: Omit<TrailEntry, "id">): Promise<void>;
  /** Entries after one, in order. */
  trail(after: number, limit: number): Promise<TrailEntry[]>;
}
