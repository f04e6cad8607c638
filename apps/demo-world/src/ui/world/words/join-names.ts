import type { Locale } from "../../../stores/preferences-store.ts";

/** Names side by side, as the language writes them. */
export const joinNames = (names: readonly string[], locale: Locale): string =>
  names.join(locale === "ja" ? "・" : ", ");
