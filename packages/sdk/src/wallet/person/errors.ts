import { RyuguError, type RyuguErrorOptions } from "../../errors/index.ts";

/** What is wrong with the words of a key. */
export type WordsProblem = "count" | "unknown-word" | "checksum";

/** A text is not the twelve words of a key (BIP-39). The words themselves are never repeated. */
export class InvalidWordsError extends RyuguError {
  readonly code = "invalid-words";
  readonly reason: WordsProblem;
  /** Which words are not in the list, counted from 1. */
  readonly positions: readonly number[];

  constructor(
    message: string,
    problem: { reason: WordsProblem; positions?: readonly number[] },
    options?: RyuguErrorOptions,
  ) {
    super(message, options);
    this.reason = problem.reason;
    this.positions = problem.positions ?? [];
  }
}
