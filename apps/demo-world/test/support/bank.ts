import { createServer } from "node:net";
import type { BankSettingsInput } from "@ryugu/devnet";

const at = (bankCode: string, number: string, holder: string) => ({
  ...{ bankCode, branchCode: "001", type: "ordinary", number, holder },
});

/** A bank that works day and night and knows one account elsewhere: Minato Hanako's. */
export const BANK: BankSettingsInput = {
  fees: {
    bankCode: "9998",
    sameBank: [{ from: 0, fee: 0 }],
    otherBanks: [{ from: 0, fee: 145 }],
  },
  limits: { perTransfer: 1_000_000, perDay: 20_000_000 },
  calendar: { opening: 510, cutOff: 900, moreTime: true },
  maintenance: [],
  customer: {
    code: "0000000042",
    account: { ...at("9998", "7654321", "リュウグウ ハッコウ"), type: "current" },
    deposit: 50_000_000,
  },
  accounts: [{ account: at("0005", "1000123", "ミナト ハナコ") }],
  unlisted: "missing",
  delays: { sending: [60, 600], arriving: [60, 600], seed: 1 },
};

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === "object" && place !== null ? place.port : 0;
}
