/** The world's words, by language. */
import type { Locale } from "../../../stores/preferences-store.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { WorldWords } from "./words.ts";

export { problemWords } from "./problem-words.ts";
export type { ProblemWords, WorldWords } from "./words.ts";

/** Every language of the world. */
export const WORLD_WORDS: Readonly<Record<Locale, WorldWords>> = { en, ja };
