import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ASSET_FINDINGS } from "../src/asset/index.ts";
import { AVATAR_FINDINGS } from "../src/avatar/index.ts";
import { ISSUER_FINDINGS } from "../src/reserves/index.ts";

const docs = join(import.meta.dirname, "../../../docs/reference");
const findings = { ...AVATAR_FINDINGS, ...ASSET_FINDINGS, ...ISSUER_FINDINGS };

/** The rows of the page's tables, by code. */
const rows = new Map(
  readFileSync(join(docs, "findings.md"), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, code, severity, en, ja] = line.split("|").map((cell) => cell.trim());
      return code?.startsWith("`")
        ? [[code.replaceAll("`", ""), { severity, en, ja }] as const]
        : [];
    }),
);

test("the page lists every finding as the readers say it, and no other", () => {
  const expected = Object.entries(findings).map(([code, { severity, en, ja }]) => [
    code,
    { severity, en: en.replaceAll("{}", "…"), ja: ja.replaceAll("{}", "…") },
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
});

test.each(Object.entries(AVATAR_FINDINGS).filter(([, finding]) => finding.severity === "error"))(
  "%s, which refuses an avatar, has an error's page",
  (code) => {
    expect(existsSync(join(docs, "errors", `${code}.md`))).toBe(true);
  },
);
