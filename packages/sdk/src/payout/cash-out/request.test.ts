import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { address, bytes32, chainId } from "../../primitives/index.ts";
import { parseBankAccount } from "./bank-account.ts";
import { cashOutId, cashOutReturnNonce, signCashOut } from "./request.ts";
import { parseSignedCashOut, type SignedCashOut } from "./signed-cash-out.ts";
import { type CashOutContext, verifyCashOut } from "./verify.ts";

const YEN = 10n ** 18n;
const wallet = new Wallet(`0x${"01".repeat(32)}`);
const account = parseBankAccount({
  ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "1234567", holder: "ヤマダ" },
});
const currency = {
  chain: chainId(31_337),
  address: address(`0x${"aa".repeat(20)}`),
  ...{ name: "Test Yen", version: "1", symbol: "tJPY", decimals: 18 },
};
const redemption = address(`0x${"bb".repeat(20)}`);
const request = {
  ...{ currency, redemption, account, payee: address(wallet.address), units: 1_000n * YEN },
  idempotencyKey: bytes32(`0x${"07".repeat(32)}`),
  validBefore: 2_000,
};
const context: CashOutContext = {
  ...{ currency, redemption, perTransfer: 1_000_000n, now: 1_000, margin: 60 },
};

test("the id is the request's: each part of it and the key change it", () => {
  const ids = [
    request,
    { ...request, units: 1n },
    { ...request, payee: redemption },
    { ...request, idempotencyKey: bytes32(`0x${"08".repeat(32)}`) },
    ...["bankCode", "branchCode", "number", "holder"].map((field) => ({
      ...{ ...request, account: { ...account, [field]: "9" } },
    })),
    { ...request, account: { ...account, type: "savings" as const } },
  ].map(cashOutId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(cashOutId({ ...request })).toBe(ids[0]);
  expect(cashOutReturnNonce(ids[0] ?? bytes32(""))).not.toBe(ids[0]);
});

test("what is signed is read from JSON and verified", async () => {
  const signed = await signCashOut(wallet, request);
  const read = parseSignedCashOut(JSON.parse(JSON.stringify(signed)));
  expect(read).toEqual(signed);
  expect(verifyCashOut(read, context)).toBe("key");
});

test("a contract's word is taken as it is, and is nobody's key's", async () => {
  const word = `0x${"5a".repeat(97)}`;
  const signed = await signCashOut({ signTypedData: async () => word }, request);
  expect(parseSignedCashOut(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
  expect(signed.signature).toBe(word);
  expect(verifyCashOut(signed, { ...context, isContract: true })).toBe("contract-unasked");
  expect(() => verifyCashOut(signed, context)).toThrow(
    expect.objectContaining({ reason: "signature" }),
  );
  expect(verifyCashOut(await signCashOut(wallet, request), { ...context, isContract: true })).toBe(
    "key",
  );
});

test.each([
  ["chain", (s: SignedCashOut) => ({ ...s, chain: chainId(1) })],
  ["currency", (s: SignedCashOut) => ({ ...s, currency: redemption })],
  ["redemption", (s: SignedCashOut) => ({ ...s, redemption: currency.address })],
  ["units", (s: SignedCashOut) => ({ ...s, units: `${YEN + 1n}` })],
  ["limit", (s: SignedCashOut) => ({ ...s, units: `${1_000_001n * YEN}` })],
  ["early", (s: SignedCashOut) => ({ ...s, validAfter: 1_000 })],
  ["expired", (s: SignedCashOut) => ({ ...s, validBefore: 1_060 })],
  ["signature", (s: SignedCashOut) => ({ ...s, validBefore: 3_000 })],
  ["signature", (s: SignedCashOut) => ({ ...s, account: { ...s.account, number: "1234568" } })],
  ["signature", (s: SignedCashOut) => ({ ...s, signature: `0x${"00".repeat(65)}` as const })],
])("a wrong %s is told", async (reason, change) => {
  const signed = change(await signCashOut(wallet, request));
  expect(() => verifyCashOut(signed, context)).toThrow(expect.objectContaining({ reason }));
});

test.each([
  ["nothing", () => null],
  ["units that are a number", (s: SignedCashOut) => ({ ...s, units: 5 })],
  ["another field", (s: SignedCashOut) => ({ ...s, extra: true })],
  ["a short signature", (s: SignedCashOut) => ({ ...s, signature: "0x00" })],
  ["a name in kanji", (s: SignedCashOut) => ({ ...s, account: { ...s.account, holder: "山" } })],
  ["a stray voicing mark", (s: SignedCashOut) => ({ ...s, account: { ...s.account, holder: "ﾞ" } })],
])("%s is no signed cash-out", async (_, change) => {
  const value = change(await signCashOut(wallet, request));
  expect(() => parseSignedCashOut(value)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^invalid-(shape|bank-account)$/) }),
  );
});
