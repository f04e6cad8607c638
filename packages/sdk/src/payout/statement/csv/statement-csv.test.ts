import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleMonth, exampleRequest } from "../../../../test/payout/example-statement.ts";
import { deriveStatement, SIXTY_DAYS, statementCsv } from "../index.ts";
import { csvRecord } from "./cell.ts";

const statement = deriveStatement(exampleMonth(), exampleRequest({ record: { due: SIXTY_DAYS } }));
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe("a statement's CSV", () => {
  test("has a byte-order mark for Excel, and ends records as RFC 4180 does", () => {
    const text = statementCsv(statement, "ja");
    expect(new TextEncoder().encode(text).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("has a record for each line, with its exact figures", () => {
    const records = read(statementCsv(statement, "en"));
    expect(records).toHaveLength(statement.lines.length);
    for (const [i, line] of statement.lines.entries()) {
      const share = line.kind === "refund" ? line.amount.yen : line.share.yen;
      expect(records[i]).toMatchObject({
        "Date (Japan)": line.day,
        Transaction: line.transaction,
        "Share (yen)": share,
        "Gross (yen)": line.kind === "refund" ? "" : line.gross.yen,
      });
    }
    expect(records[0]).toMatchObject({
      Work: "月の浅瀬",
      Chain: "Minato",
      Role: "Proceeds",
      "Due (record)": "2026-12-30",
      "Price source": expect.stringContaining("by the issuer's redemption (Otohime Trust)"),
    });
    expect(records[3]).toMatchObject({ Kind: "Royalties brought home", Work: "月の浅瀬" });
    expect(records[4]).toMatchObject({ Kind: "Refund", "Share (currency)": "-500" });
  });

  test("says the same in Japanese", () => {
    const [english, japanese] = (["en", "ja"] as const).map((l) =>
      read(statementCsv(statement, l)),
    );
    const amounts = (records: Record<string, string>[] | undefined) =>
      records?.map((record) => Object.values(record).filter((cell) => /^-?[0-9.]+$/.test(cell)));
    expect(amounts(japanese)).toEqual(amounts(english));
    expect(Object.keys(japanese?.[0] ?? {})).toContain("分配額（円）");
  });
});

describe("a cell", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "\r=1",
    "＝1+1",
    "－１",
    "\u3000=1",
    "|x",
    "%0",
  ])("%j cannot become a formula", (text) => {
    const [[cell = ""] = []] = parse(csvRecord([text])) as string[][];
    expect(cell).toBe(`'${text}`);
  });

  test.each(["-500", "0.5", "12000", "-0.000000000000000001"])("%s stays a number", (text) => {
    expect(csvRecord([text])).toBe(`${text}\r\n`);
  });

  test("is read back by another reader as it was written, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 5 }),
        (cells) => {
          const [record] = parse(csvRecord(cells)) as string[][];
          expect(record?.map((cell) => cell.replace(/^'/, ""))).toEqual(
            cells.map((cell) => cell.replace(/^'/, "")),
          );
        },
      ),
    );
  });
});
