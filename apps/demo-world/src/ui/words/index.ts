/** The page's words, by language. */
import type { Locale } from "../../stores/preferences-store.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Words } from "./words.ts";

export type { Words } from "./words.ts";

/** Every language of the page. */
export const WORDS: Readonly<Record<Locale, Words>> = { en, ja };
