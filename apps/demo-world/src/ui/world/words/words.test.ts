import { expect, test } from "vitest";
import { problemWords, WORLD_WORDS } from "./index.ts";

/** Every text of a language, with functions called on plain arguments. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(2, 3, 2))]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    texts(child, `${path}.${key}`),
  );
}

/** Keys have no language. */
const NAMELESS = /\.keys\.\d\.0$/;

test("both languages say everything, each in its own script", () => {
  const en = texts(WORLD_WORDS.en);
  const ja = texts(WORLD_WORDS.ja);
  expect(ja.map(([path]) => path)).toEqual(en.map(([path]) => path));
  for (const [path, text] of en) expect(text, path).toMatch(/^[^\p{sc=Han}\p{sc=Hiragana}]+$/u);
  for (const [path, text] of ja) {
    if (NAMELESS.test(path) || path.startsWith(".hud.walkToArtwork")) continue;
    expect(text, path).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
});

test("a code without words of its own has those of its kind, or plain ones", () => {
  const words = WORLD_WORDS.en;
  expect(problemWords(words, "invalid-words/count").text).toContain("twelve");
  expect(problemWords(words, "siwe-refused/expired")).toBe(words.problems["siwe-refused"]);
  expect(problemWords(words, "constructor")).toBe(words.unknownProblem);
});
