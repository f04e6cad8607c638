/** The desk's words, by language. */
import type { Locale } from "../../../stores/preferences-store.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { DeskWords } from "./words.ts";

export type { DeskWords } from "./words.ts";

/** Every language of the desk. */
export const DESK_WORDS: Readonly<Record<Locale, DeskWords>> = { en, ja };
