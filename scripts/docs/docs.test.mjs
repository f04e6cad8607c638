import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkDecisions } from "./decisions.mjs";
import { codesInText } from "./error-codes.mjs";
import { buildErrorIndex, checkErrorPages, checkPage } from "./error-pages.mjs";
import { checkLinks, headingAnchors, linksOf } from "./links.mjs";

const GOOD_PAGE =
  "# too-hot\n\n**TooHotError**: the sea was\ntoo hot.\n\n## Why it happens\n\nSummer.\n\n## What to do\n\nWait.\n";
const TOO_HOT = {
  code: "too-hot",
  className: "TooHotError",
  source: "packages/sdk/src/sea/errors.ts",
};

const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(texts) {
  const folder = mkdtempSync(join(tmpdir(), "ryugu-docs-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { root: folder, files: Object.keys(texts) };
}

test("a code belongs to the class above it", () => {
  const text = `export class A extends RyuguError {
  readonly code = "a-one";
}
class B extends A {
  override readonly code = "b-two";
}`;
  expect(codesInText(text, "x.ts")).toEqual([
    { code: "a-one", className: "A", source: "x.ts" },
    { code: "b-two", className: "B", source: "x.ts" },
  ]);
});

test("a code without a page, a page without a code and a code used twice are found", () => {
  const { root, files } = folderWith({
    "docs/reference/errors/too-hot.md": GOOD_PAGE,
    "docs/reference/errors/too-cold.md": GOOD_PAGE,
  });
  const errors = [TOO_HOT, { ...TOO_HOT, source: "b.ts" }, { ...TOO_HOT, code: "too-dark" }];
  expect(checkErrorPages(root, files, errors)).toEqual([
    'b.ts: the code "too-hot" is taken by packages/sdk/src/sea/errors.ts',
    'packages/sdk/src/sea/errors.ts: the code "too-dark" has no page docs/reference/errors/too-dark.md',
    "docs/reference/errors/too-cold.md: no error has this code",
  ]);
});

test("a page names its code and class, and has both sections", () => {
  expect(checkPage(GOOD_PAGE, "p.md", TOO_HOT)).toEqual([]);
  expect(checkPage(GOOD_PAGE.replace("TooHotError", "Other"), "p.md", TOO_HOT)).toHaveLength(1);
  expect(checkPage(GOOD_PAGE.replace("## What to do", "Do"), "p.md", TOO_HOT)).toEqual([
    'p.md: has no section "## What to do"',
  ]);
});

test("the index has a row for each error, by package", () => {
  const { root } = folderWith({ "docs/reference/errors/too-hot.md": GOOD_PAGE });
  expect(buildErrorIndex(root, [TOO_HOT])).toContain(
    "## @ryugu/sdk/sea\n\n| code | meaning |\n|---|---|\n| [too-hot](too-hot.md) | The sea was too hot. |\n",
  );
});

test("links in code, and links to other hosts, are left alone", () => {
  const text = `[a](a.md) \`[b](b.md)\` [c](https://example.org) <img src="d.png"> [![e](e.png)](f.md)
\`\`\`md
[g](g.md)
\`\`\``;
  expect(linksOf(text).sort()).toEqual(["a.md", "d.png", "e.png", "f.md"]);
});

test("links that lead nowhere are found: files, headings, and paths out of the repository", () => {
  const { root, files } = folderWith({
    "README.md":
      "[ok](docs/a.md#the-first--one) [up](../x.md) [gone](docs/b.md) [no](docs/a.md#two) [me](#nobody)",
    "docs/a.md": "# The first & `one`\n\n[back](../README.md) [folder](../docs)\n",
  });
  expect(checkLinks(root, files)).toEqual([
    "README.md: the link ../x.md leaves the repository",
    "README.md: the link docs/b.md leads to nothing",
    "README.md: the link docs/a.md#two names a heading that is not there",
    "README.md: the link #nobody names a heading that is not there",
  ]);
});

test("equal headings get numbered anchors, and headings in code get none", () => {
  const text = "# Send\n## Send\n```sh\n# not a heading\n```\n### 1. What it *does*\n";
  expect([...headingAnchors(text)]).toEqual(["send", "send-1", "1-what-it-does"]);
});

test("a decision record that the index does not list is found", () => {
  const { root, files } = folderWith({
    "docs/decisions/README.md": "[1](0001-one.md)",
    "docs/decisions/0001-one.md": "# 1. One",
    "docs/decisions/0002-two.md": "# 2. Two",
  });
  expect(checkDecisions(root, files)).toEqual([
    "docs/decisions/README.md: does not list 0002-two.md",
  ]);
});
