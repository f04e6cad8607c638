/** How something is: well, worth a look, or to be mended before the node can do its work. */
export type Condition = "good" | "warn" | "bad";

/** One thing that was looked at. */
export interface Finding {
  condition: Condition;
  /** What was found, in one sentence. */
  text: string;
  /** What to do about it. */
  advice?: string;
}

/** What was found about one subject. */
export interface Section {
  subject: string;
  findings: readonly Finding[];
}

export const good = (text: string): Finding => ({ condition: "good", text });

export const warn = (text: string, advice?: string): Finding => ({
  condition: "warn",
  text,
  ...(advice === undefined ? {} : { advice }),
});

export const bad = (text: string, advice?: string): Finding => ({
  condition: "bad",
  text,
  ...(advice === undefined ? {} : { advice }),
});

/** The first line of what an error says. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n").slice(0, 3).join("; ");
}
