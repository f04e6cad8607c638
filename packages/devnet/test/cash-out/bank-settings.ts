import { parseBankAccount } from "@ryugu/sdk/payout";
import type { BankSettingsInput } from "../../src/bank/settings.ts";

const at = (bankCode: string, number: string, holder: string) => ({
  ...{ bankCode, branchCode: "001", type: "ordinary", number, holder },
});

/** Accounts at other banks, by what becomes of money for them. */
export const ACCOUNTS = {
  open: parseBankAccount(at("0005", "1000123", "ミナト ハナコ")),
  missing: parseBankAccount(at("0005", "9999999", "ミナト ハナコ")),
  closed: parseBankAccount(at("0005", "3000001", "ミナト ハナコ")),
  anothers: parseBankAccount(at("0009", "2000456", "ミナト ハナコ")),
};

/** What the customer's account holds at first, in yen. */
export const DEPOSIT = 50_000_000;

/** A bank for tests. */
export const BANK_SETTINGS = {
  fees: {
    bankCode: "9998",
    sameBank: [{ from: 0, fee: 0 }],
    otherBanks: [
      { from: 0, fee: 145 },
      { from: 30_000, fee: 165 },
    ],
  },
  limits: { perTransfer: 1_000_000, perDay: 20_000_000 },
  calendar: { opening: 510, cutOff: 900, moreTime: false },
  maintenance: [],
  customer: {
    code: "0000000042",
    account: { ...at("9998", "7654321", "リュウグウ ハッコウ"), type: "current" },
    deposit: DEPOSIT,
  },
  accounts: [
    { account: { ...ACCOUNTS.open } },
    { account: { ...ACCOUNTS.closed }, isClosed: true },
    { account: { ...ACCOUNTS.anothers, holder: "ガラン タロウ" } },
  ],
  unlisted: "missing",
  delays: { sending: [60, 1_800], arriving: [60, 7_200], seed: 1 },
} satisfies BankSettingsInput;

/** A Tuesday after a holiday, 9:00 in Japan, in unix seconds. */
export const OPENING_TIME = Date.parse("2026-11-24T09:00:00+09:00") / 1_000;
