import { parseBankAccount, signCashOut } from "@ryugu/sdk/payout";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { readCashOutJournal } from "./cash-out-journal.ts";

const wallet = new Wallet(`0x${"01".repeat(32)}`);
const payee = wallet.address;
const kept = { payee, chain: "eip155:31002", id: `0x${"7".repeat(64)}` };

test("a kept cash-out is its owner's alone, with or without what was signed", async () => {
  const signed = await signCashOut(wallet, {
    currency: {
      ...{ chain: chainId(31_002), address: address(`0x${"aa".repeat(20)}`) },
      ...{ name: "Test Yen", version: "1" },
    },
    redemption: address(`0x${"bb".repeat(20)}`),
    payee: address(payee),
    account: parseBankAccount({
      ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "1", holder: "ヤマダ" },
    }),
    units: 10n ** 18n,
    idempotencyKey: bytes32(`0x${"07".repeat(32)}`),
    validBefore: 2_000,
  });
  expect(readCashOutJournal(kept, payee.toLowerCase())).toEqual(kept);
  const whole = JSON.parse(JSON.stringify({ ...kept, signed }));
  expect(readCashOutJournal(whole, payee)?.signed).toEqual(signed);
  expect(readCashOutJournal(kept, `0x${"9".repeat(40)}`)).toBeUndefined();
});

test.each([undefined, null, 5, {}, { ...kept, id: "0x1" }, { ...kept, signed: { units: "1" } }])(
  "%j is no kept cash-out",
  (value) => {
    expect(readCashOutJournal(value, payee)).toBeUndefined();
  },
);
