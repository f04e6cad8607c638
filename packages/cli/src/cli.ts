import type { Line } from "./output/style.ts";

/** Where a command writes. */
export interface Output {
  readonly json: boolean;
  /** Writes one result line: to stdout, and nothing else goes there. */
  result(text: string): void;
  /** Writes what went wrong: to stderr. */
  error(text: string): void;
  /** Writes one line of progress to stderr; silent with `--json` and where nobody watches. */
  progress(line: Line): void;
  /** Whether results are coloured, and whether errors are. */
  readonly colour: boolean;
  readonly errorColour: boolean;
  /** The terminal's width, in cells. */
  readonly columns: number;
}

/** Everything a command may use of the world. Made once, in `main.ts`; tests make their own. */
export interface Cli {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly output: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits between two looks; absent: with the clock. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly fetch: typeof globalThis.fetch;
  /** Standard input, for `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Asks for a secret without showing it; absent where nobody can answer. */
  readonly askSecret?: (question: string) => Promise<string>;
}
