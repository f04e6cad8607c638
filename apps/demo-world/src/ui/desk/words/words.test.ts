import { expect, test } from "vitest";
import { DESK_WORDS } from "./index.ts";

test("both languages say everything, each in its own script", () => {
  const texts = (words: object) =>
    Object.entries(words).map(([key, value]) => [
      key,
      String(typeof value === "function" ? value(2) : value),
    ]);
  expect(Object.keys(DESK_WORDS.ja)).toEqual(Object.keys(DESK_WORDS.en));
  for (const [key, text] of texts(DESK_WORDS.en)) {
    expect(text, key).toMatch(/^[^\p{sc=Han}\p{sc=Hiragana}]+$/u);
  }
  for (const [key, text] of texts(DESK_WORDS.ja)) {
    expect(text, key).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
});
