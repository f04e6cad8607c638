import { expect, test } from "vitest";
import { EMPTY_BANK_FORM, readBankForm } from "./bank-form.ts";

const FORM = {
  ...{ bankCode: "0005", branchCode: "123", type: "ordinary" as const, number: "1234567" },
  holder: "やまだ はなこ",
};

test("a form that can be addressed is an account, as the bank will read it", () => {
  expect(readBankForm(FORM)).toEqual({ account: { ...FORM, holder: "ﾔﾏﾀﾞ ﾊﾅｺ" } });
});

test("every field that is wrong is named at once", () => {
  expect(readBankForm(EMPTY_BANK_FORM)).toEqual({
    wrong: ["bankCode", "branchCode", "number", "holder"],
  });
  expect(readBankForm({ ...FORM, holder: "山田花子" })).toEqual({ wrong: ["holder"] });
  expect(readBankForm({ ...FORM, number: "12345678", bankCode: "5" })).toEqual({
    wrong: ["bankCode", "number"],
  });
});
