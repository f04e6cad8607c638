import { expect, test } from "vitest";
import { PARKED_REASONS } from "../../sim/crossing/parked-reason.ts";
import { PARKED_WORDS } from "./words.ts";

test.each(PARKED_REASONS)(
  "%s is told in both languages, with what to do, and in plain words",
  (reason) => {
    for (const locale of ["en", "ja"] as const) {
      const { text, todo } = PARKED_WORDS[locale][reason];
      for (const sentence of [text, todo]) {
        expect(sentence).toMatch(locale === "en" ? /^[A-Z][^。]+\.$/ : /^[^A-Z].+。$/);
        expect(sentence).not.toMatch(/[()_{}]|0x|[a-z][A-Z]/);
      }
    }
  },
);
