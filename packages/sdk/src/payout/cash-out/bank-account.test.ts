import { expect, test } from "vitest";
import { isSameAccount, parseBankAccount } from "./bank-account.ts";

const ACCOUNT = {
  ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "0123456" },
  holder: "ﾔﾏﾀﾞ ﾀﾛｳ",
};

test("an account is read as people write it", () => {
  expect(parseBankAccount(ACCOUNT)).toEqual(ACCOUNT);
  const asTyped = {
    ...{ bankCode: "０００５", branchCode: " 123 ", type: "ordinary", number: "123456" },
    holder: "やまだ　タロウ",
  };
  expect(parseBankAccount(asTyped)).toEqual(ACCOUNT);
});

test.each([
  ["account", null],
  ["account", "0005-123-0123456"],
  ["bankCode", { ...ACCOUNT, bankCode: "005" }],
  ["bankCode", { ...ACCOUNT, bankCode: 5 }],
  ["branchCode", { ...ACCOUNT, branchCode: "1234" }],
  ["branchCode", { ...ACCOUNT, branchCode: "12x" }],
  ["type", { ...ACCOUNT, type: "checking" }],
  ["number", { ...ACCOUNT, number: "" }],
  ["number", { ...ACCOUNT, number: "12345678" }],
  ["number", { ...ACCOUNT, number: "-123456" }],
  ["number", { ...ACCOUNT, number: "1".repeat(100_000) }],
  ["holder", { ...ACCOUNT, holder: "" }],
  ["holder", { ...ACCOUNT, holder: "　" }],
  ["holder", { ...ACCOUNT, holder: "山田太郎" }],
  ["holder", { ...ACCOUNT, holder: "ア".repeat(31) }],
  ["holder", { ...ACCOUNT, holder: "ガ".repeat(16) }],
  ["holder", { ...ACCOUNT, holder: "ア".repeat(100_000) }],
])("a wrong %s is named", (field, value) => {
  expect(() => parseBankAccount(value)).toThrow(
    expect.objectContaining({ code: "invalid-bank-account", field }),
  );
});

test("the character that cannot be written is told", () => {
  expect(() => parseBankAccount({ ...ACCOUNT, holder: "ヤマダ 太郎" })).toThrow(/太/);
});

test("accounts are the same by their address, whatever the name", () => {
  const account = parseBankAccount(ACCOUNT);
  expect(isSameAccount(account, { ...account, holder: "ﾔﾏﾀﾞ" })).toBe(true);
  expect(isSameAccount(account, { ...account, type: "current" })).toBe(false);
});
