import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../boot/paths.mjs";
import { projectFiles, readProjectFile } from "./files.mjs";
import { cutExamples, cutRegion } from "./readme-examples.mjs";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ryugu-examples-"));
  writeFileSync(join(root, "a.ts"), "// before\n// #region part\nconst a = 1;\n// #endregion\n");
});
afterAll(() => rmSync(root, { recursive: true }));

test("the code in every Markdown file is the example's", () => {
  const marked = projectFiles(ROOT)
    .filter((path) => path.endsWith(".md"))
    .map((path) => [path, readProjectFile(ROOT, path)]);
  for (const [path, markdown] of marked) {
    const { text, problems } = cutExamples(ROOT, markdown, path);
    expect(problems).toEqual([]);
    expect(text, `${path}: run node scripts/readme-examples.mjs --write`).toBe(markdown);
  }
  const shown = marked.flatMap(([, markdown]) => markdown.match(/<!-- example: \S+ -->/g) ?? []);
  expect(shown.length).toBeGreaterThan(0);
});

test("a marked block is filled with its region", () => {
  const markdown = "Text.\n\n<!-- example: a.ts#part -->\nold\n<!-- /example -->\n\nMore.\n";
  const { text, problems } = cutExamples(root, markdown, "README.md");
  expect(problems).toEqual([]);
  expect(text).toBe(
    "Text.\n\n<!-- example: a.ts#part -->\n```ts\nconst a = 1;\n```\n<!-- /example -->\n\nMore.\n",
  );
  expect(cutExamples(root, text, "README.md").text).toBe(text);
});

test("an example or region that is not there is told, and the text left alone", () => {
  for (const name of ["b.ts", "a.ts#other"]) {
    const markdown = `<!-- example: ${name} -->\nold\n<!-- /example -->`;
    const { text, problems } = cutExamples(root, markdown, "README.md");
    expect(text).toBe(markdown);
    expect(problems).toEqual([`README.md: the example ${name} is not there`]);
  }
});

test("without a region the whole file is shown", () => {
  expect(cutRegion("a\nb\n")).toBe("a\nb");
});
