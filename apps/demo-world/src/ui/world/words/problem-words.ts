import type { ProblemWords, WorldWords } from "./words.ts";

/** The words for a code: its own, those of the kind of problem it is, or those for anything else. */
export function problemWords(
  words: Pick<WorldWords, "problems" | "unknownProblem">,
  code: string,
): ProblemWords {
  const find = (key: string) =>
    Object.hasOwn(words.problems, key) ? words.problems[key] : undefined;
  return find(code) ?? find(code.split("/")[0] ?? "") ?? words.unknownProblem;
}
