import { expect, test } from "vitest";
import { exampleMonth, exampleRequest } from "../../../../test/payout/example-statement.ts";
import { deriveStatement, readStatement } from "../index.ts";
import { renderStatement } from "./index.ts";

const statement = deriveStatement(exampleMonth(), exampleRequest());
const account = statement.creator.accounts[0]?.slice(0, 10);

test.each([
  ["json", "ja", `statement-${account}-2026-11-01.json`, "{"],
  ["csv", "en", `statement-${account}-2026-11-01-en.csv`, "\ufeffDate (Japan)"],
  ["pdf", "ja", `statement-${account}-2026-11-01-ja.pdf`, "%PDF-1.7"],
] as const)("a statement as %s in %s is the file %s", async (format, language, name, start) => {
  const file = await renderStatement(statement, { format, language });
  expect(file.name).toBe(name);
  expect(file.mediaType).toContain(format);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  expect(text.startsWith(start)).toBe(true);
  if (format === "json") expect(readStatement(text)).toEqual(statement);
});
