import { createHash } from "node:crypto";

/** What happened, line by line. Two runs of one seed have the same hash. */
export class Trace {
  readonly #hash = createHash("sha256");
  readonly #lines: string[] = [];
  readonly #time: () => number;
  readonly #print: ((line: string) => void) | undefined;

  constructor(time: () => number, print?: (line: string) => void) {
    this.#time = time;
    this.#print = print;
  }

  note(line: string): void {
    const stamped = `${(this.#time() / 1_000).toFixed(3).padStart(8)}  ${line}`;
    this.#hash.update(stamped);
    this.#lines.push(stamped);
    this.#print?.(stamped);
  }

  /** The newest lines. */
  last(count: number): readonly string[] {
    return this.#lines.slice(-count);
  }

  /** Call once, at the end. */
  digest(): string {
    return this.#hash.copy().digest("hex").slice(0, 16);
  }
}
