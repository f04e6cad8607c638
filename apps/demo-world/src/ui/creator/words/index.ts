/** The creator's desk's words, by language. */
import type { Locale } from "../../../stores/preferences-store.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { CreatorWords } from "./words.ts";

export type { CreatorWords } from "./words.ts";

/** Every language of the desk. */
export const CREATOR_WORDS: Readonly<Record<Locale, CreatorWords>> = { en, ja };
