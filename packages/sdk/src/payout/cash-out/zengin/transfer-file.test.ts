import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBankAccount } from "../bank-account.ts";
import { decodeZengin, encodeZengin } from "./bytes.ts";
import { parseTransferFile, writeTransferFile, type ZenginTransferFile } from "./transfer-file.ts";

const FILE: ZenginTransferFile = {
  customerCode: "0000000042",
  date: "1124",
  account: parseBankAccount({
    ...{ bankCode: "9999", branchCode: "001", type: "current", number: "1234567" },
    holder: "リュウグウ ハッコウ",
  }),
  transfers: [
    {
      account: parseBankAccount({
        ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "89" },
        holder: "ヤマダ タロウ",
      }),
      yen: 9_855n,
      reference: "0123456789ABCDEF0123",
    },
    {
      account: parseBankAccount({
        ...{ bankCode: "9900", branchCode: "018", type: "savings", number: "7654321" },
        holder: "ガ-ランド)",
      }),
      yen: 9_999_999_999n,
      reference: "A",
    },
  ],
};

/** The same by hand, column by column, as the bankers' association lays the records out. */
const RECORDS = [
  `1210${"0000000042"}${"ﾘﾕｳｸﾞｳ ﾊﾂｺｳ".padEnd(40)}1124${"9999"}${" ".repeat(15)}001${" ".repeat(15)}21234567${" ".repeat(17)}`,
  `20005${" ".repeat(15)}123${" ".repeat(15)}000010000089${"ﾔﾏﾀﾞ ﾀﾛｳ".padEnd(30)}00000098550${"0123456789ABCDEF0123"}7Y${" ".repeat(7)}`,
  `29900${" ".repeat(15)}018${" ".repeat(15)}000047654321${"ｶﾞ-ﾗﾝﾄﾞ)".padEnd(30)}99999999990${"A".padEnd(20)}7Y${" ".repeat(7)}`,
  `8000002010000009854${" ".repeat(101)}`,
  `9${" ".repeat(119)}`,
];

test("a file is 120 bytes a record, each field in its columns", () => {
  expect(RECORDS.map(({ length }) => length)).toEqual([120, 120, 120, 120, 120]);
  const bytes = writeTransferFile(FILE);
  expect(decodeZengin(bytes)).toBe(RECORDS.map((record) => `${record}\r\n`).join(""));
  expect(bytes.length).toBe(5 * 122);
});

test("a file is read with line breaks and without", () => {
  expect(parseTransferFile(encodeZengin(RECORDS.join("\r\n")))).toEqual(FILE);
  expect(parseTransferFile(encodeZengin(`${RECORDS.join("\r\n")}\r\n`))).toEqual(FILE);
  expect(parseTransferFile(encodeZengin(RECORDS.join("")))).toEqual(FILE);
});

test("what is written is read back", () => {
  const text = (most: number) =>
    fc
      .string({ unit: fc.constantFrom(..."ｱｲｳｴｵｶﾝABZ019"), minLength: 1, maxLength: most })
      .map((name) => name);
  const account = fc
    .record({
      bankCode: fc.stringMatching(/^[0-9]{4}$/),
      branchCode: fc.stringMatching(/^[0-9]{3}$/),
      type: fc.constantFrom("ordinary", "current", "savings"),
      number: fc.stringMatching(/^[0-9]{7}$/),
      holder: text(30),
    })
    .map(parseBankAccount);
  const transfer = fc.record({
    account,
    yen: fc.bigInt({ min: 0n, max: 9_999_999_999n }),
    reference: text(20),
  });
  const file = fc.record({
    customerCode: fc.stringMatching(/^[0-9]{10}$/),
    date: fc.constantFrom("0101", "0229", "1231"),
    account,
    transfers: fc.array(transfer, { maxLength: 20 }),
  });
  fc.assert(
    fc.property(file, (one) => {
      expect(parseTransferFile(writeTransferFile(one))).toEqual(one);
    }),
  );
});

describe("a file is refused", () => {
  const [header = "", first = "", second = "", trailer = "", end = ""] = RECORDS;
  const without = (text: string, at: number, length: number, by: string) =>
    text.slice(0, at) + by.padEnd(length).slice(0, length) + text.slice(at + length);

  test.each([
    ["nothing", []],
    ["a header alone", [header]],
    ["no end", [header, first, second, trailer]],
    ["no trailer", [header, first, second, end]],
    ["records in another order", [first, header, second, trailer, end]],
    ["something after the end", [...RECORDS, end]],
    ["two files in one", [...RECORDS, ...RECORDS]],
    ["one transfer less than counted", [header, first, trailer, end]],
    ["another sum", [header, first, second, without(trailer, 7, 12, "010000009855"), end]],
    ["a short record", [header, first.slice(1), second, trailer, end]],
    ["a letter among digits", [header, without(first, 80, 1, "X"), second, trailer, end]],
    ["a space among digits", [header, without(first, 80, 1, " "), second, trailer, end]],
    ["something in an empty field", [header, without(first, 119, 1, "X"), second, trailer, end]],
    [
      "a character that names cannot have",
      [header, without(first, 50, 1, "ｧ"), second, trailer, end],
    ],
    [
      "a kind of account that there is not",
      [header, without(first, 42, 1, "5"), second, trailer, end],
    ],
    ["salaries", [without(header, 1, 2, "11"), first, second, trailer, end]],
    [
      "transfers without EDI information",
      [header, without(first, 112, 1, " "), second, trailer, end],
    ],
  ])("%s", (_, records) => {
    const bytes = encodeZengin(records.map((record) => `${record}\r\n`).join(""));
    expect(() => parseTransferFile(bytes)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(zengin-file|invalid-bank-account)$/),
      }),
    );
  });

  test("other line breaks, and random bytes", () => {
    expect(() => parseTransferFile(encodeZengin(RECORDS.join("\n")))).toThrow(/120 bytes/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
        expect(() => parseTransferFile(bytes)).toThrow(
          expect.objectContaining({ code: "zengin-file" }),
        );
      }),
    );
  });
});

test("an amount, name or reference that does not fit is not cut but refused", () => {
  const [transfer] = FILE.transfers;
  if (transfer === undefined) throw new Error("The file has transfers.");
  for (const wrong of [
    { yen: 10_000_000_000n },
    { reference: "A".repeat(21) },
    { reference: "a" },
    { yen: -1n },
  ]) {
    const file = { ...FILE, transfers: [{ ...transfer, ...wrong }] };
    expect(() => writeTransferFile(file)).toThrow(/does not fit its field/);
  }
});
