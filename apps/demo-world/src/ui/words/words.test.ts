import { expect, test } from "vitest";
import { WORDS } from "./index.ts";

/** Every text of a language, with functions called on plain arguments. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(2, 3, 2))]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    texts(child, `${path}.${key}`),
  );
}

test("both languages say everything, each in its own script", () => {
  const en = texts(WORDS.en);
  const ja = texts(WORDS.ja);
  expect(ja.map(([path]) => path)).toEqual(en.map(([path]) => path));
  for (const [path, text] of en) expect(text, path).toMatch(/^[^\p{sc=Han}\p{sc=Hiragana}]+$/u);
  const named = new Set([".transfer.stop", ".transfer.comma"]);
  for (const [path, text] of ja) {
    if (!named.has(path)) expect(text, path).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
});
