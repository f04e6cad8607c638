/** The world's words, by language. */
import type { Locale } from "../../../stores/preferences-store.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { ProblemWords, WorldWords } from "./words.ts";

export type { ProblemWords, WorldWords } from "./words.ts";

/** Every language of the world. */
export const WORLD_WORDS: Readonly<Record<Locale, WorldWords>> = { en, ja };

/** The words for a code: its own, those of the kind of problem it is, or those for anything else. */
export function problemWords(words: WorldWords, code: string): ProblemWords {
  const find = (key: string) =>
    Object.hasOwn(words.problems, key) ? words.problems[key] : undefined;
  return find(code) ?? find(code.split("/")[0] ?? "") ?? words.unknownProblem;
}
