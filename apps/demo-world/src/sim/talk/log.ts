/** One line of what was said here. */
export interface TalkLine {
  readonly key: number;
  /** Empty for what the world itself says. */
  readonly name: string;
  readonly text: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly kind: "other" | "mine" | "staff" | "note";
  /** The booth it was said at, by its organisation's slug. */
  readonly booth?: string;
}

const KEPT = 120;

/** Adds a line; the oldest go. */
export function addLine(
  log: readonly TalkLine[],
  line: Omit<TalkLine, "key">,
): readonly TalkLine[] {
  return [...log, { ...line, key: (log.at(-1)?.key ?? 0) + 1 }].slice(-KEPT);
}
