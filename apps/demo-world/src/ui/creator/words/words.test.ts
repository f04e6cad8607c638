import { expect, test } from "vitest";
import { CREATOR_WORDS } from "./index.ts";

/** Every text of a language, with functions called on plain arguments. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    // What a function is given has no language of its own.
    return [[path, String(value(path === ".statement.get" ? "json" : 2, 3, 4))]];
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    texts(child, `${path}.${key}`),
  );
}

/** Only an arrow between names. */
const NAMELESS = /^\.coming\.route$/;

test("both languages say everything, each in its own script", () => {
  const en = texts(CREATOR_WORDS.en);
  const ja = texts(CREATOR_WORDS.ja);
  expect(ja.map(([path]) => path)).toEqual(en.map(([path]) => path));
  for (const [path, text] of en) {
    if (path !== ".cashOut.hints.holder") {
      expect(text, path).toMatch(/^[^\p{sc=Han}\p{sc=Hiragana}]+$/u);
    }
  }
  for (const [path, text] of ja) {
    if (!NAMELESS.test(path)) {
      expect(text, path).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
    }
  }
});
