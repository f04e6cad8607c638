import type { BankSettingsInput } from "../bank/settings.ts";

const at = (bankCode: string, number: string, holder: string) => ({
  ...{ bankCode, branchCode: "001", type: "ordinary", number, holder },
});

/** Seconds at the bank in one of ours: transfers take seconds, and its calendar does not run away. */
export const BANK_SPEED = 10;

/**
 * The zone's bank. It works day and night; a transfer takes half a minute of its time, as a real one does. Any account takes
 * money, but for those whose number begins with 9, which are not there, one that was closed, and one that is somebody else's.
 */
export const ZONE_BANK = {
  fees: {
    bankCode: "9998",
    sameBank: [{ from: 0, fee: 0 }],
    otherBanks: [
      { from: 0, fee: 145 },
      { from: 30_000, fee: 165 },
    ],
  },
  limits: { perTransfer: 1_000_000, perDay: 20_000_000 },
  calendar: { opening: 510, cutOff: 900, moreTime: true },
  maintenance: [],
  customer: {
    code: "0000000042",
    account: { ...at("9998", "7654321", "リュウグウ ハッコウ"), type: "current" },
    deposit: 500_000_000,
  },
  accounts: [
    { account: at("0005", "3000001", "トジタ コウザ"), isClosed: true },
    { account: at("0009", "2000456", "ガラン タロウ") },
  ],
  unlisted: { missing: "9" },
  delays: { sending: [5, 20], arriving: [10, 30], seed: 1 },
} satisfies BankSettingsInput;
