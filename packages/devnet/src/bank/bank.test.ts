import {
  type BankAccount,
  type Day,
  parseTransferFile,
  startOfDay,
  type TransferOrder,
} from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNTS, BANK_SETTINGS, DEPOSIT } from "../../test/cash-out/bank-settings.ts";
import { type Database, openDatabase } from "../database.ts";
import { BANK_TABLES, type Bank, openBank } from "./bank.ts";
import { openBankClock } from "./clock.ts";
import { nationalHolidays } from "./holidays.ts";
import { balanceOf } from "./ledger.ts";
import { type BankSettingsInput, parseBankSettings } from "./settings.ts";

const HOLIDAYS = nationalHolidays();
const japan = (text: string) => Date.parse(`${text}:00+09:00`) / 1_000;
let database: Database;
let now = 0;

const open = (changes: Partial<BankSettingsInput> = {}): Bank =>
  openBank({
    database,
    holidays: HOLIDAYS,
    clock: { now: () => now },
    settings: parseBankSettings({
      ...{ ...BANK_SETTINGS, delays: { sending: [0, 0], arriving: [60, 60], seed: 1 } },
      ...changes,
    }),
  });

const order = (n: number, yen = 10_000n, account: BankAccount = ACCOUNTS.open): TransferOrder => ({
  ...{ key: bytes32(`0x${n.toString(16).padStart(64, "0")}`), account, yen },
  reference: `ORDER${n}`,
});

beforeEach(() => {
  database = openDatabase(":memory:", BANK_TABLES);
  now = japan("2026-11-24T10:00");
});
afterEach(() => database.close());

test("a transfer is accepted, sent and settled; each step is in the books", () => {
  const bank = open();
  expect(bank.order(order(1))).toMatchObject({ state: "accepted", yen: 10_000n, fee: 145n });
  expect(balanceOf(database, "deposit")).toBe(BigInt(DEPOSIT) - 10_000n);
  expect(balanceOf(database, "transit")).toBe(9_855n);
  bank.tick();
  expect(bank.status(order(1).key).state).toBe("sent");
  expect(balanceOf(database, "interbank")).toBe(9_855n);
  now += 60;
  bank.tick();
  expect(bank.status(order(1).key)).toMatchObject({ state: "settled", settledOn: "2026-11-24" });
  expect(balanceOf(database, "interbank")).toBe(0n);
  expect(balanceOf(database, "cash")).toBe(BigInt(DEPOSIT) - 9_855n);
  expect(balanceOf(database, "fees")).toBe(145n);
});

test("one key is one order, also after a restart; another order under it is refused", () => {
  const first = open().order(order(1));
  const again = open();
  expect(again.order(order(1))).toEqual(first);
  expect(() => again.order(order(1, 10_001n))).toThrow(
    expect.objectContaining({ code: "order-conflict" }),
  );
  expect(balanceOf(database, "deposit")).toBe(BigInt(DEPOSIT) - 10_000n);
});

test.each([
  ["missing", "no-such-account"],
  ["closed", "account-closed"],
  ["anothers", "holder-mismatch"],
] as const)("money for an account that is %s comes back, the fee too", (which, refusal) => {
  const bank = open();
  bank.order(order(1, 10_000n, ACCOUNTS[which]));
  bank.tick();
  now += 60;
  bank.tick();
  expect(bank.status(order(1).key)).toMatchObject({ state: "refused", refusal });
  expect(balanceOf(database, "deposit")).toBe(BigInt(DEPOSIT));
});

describe("an order is refused at once", () => {
  test.each([
    ["limit-exceeded", order(1, 1_000_001n), {}],
    ["limit-exceeded", order(1, 145n), {}],
    ["limit-exceeded", order(1, 600n), { limits: { perTransfer: 1_000, perDay: 500 } }],
    ["insufficient-funds", order(1), { customer: { ...BANK_SETTINGS.customer, deposit: 9_999 } }],
    ["not-a-business-day", { ...order(1), executeOn: "2026-11-28" }, {}],
    ["not-a-business-day", { ...order(1), executeOn: "2027-01-01" }, {}],
    ["not-a-business-day", { ...order(1), executeOn: "2026-11-20" }, {}],
  ])("%s", (refusal, one, changes) => {
    const bank = open(changes);
    expect(bank.order(one)).toMatchObject({ state: "refused", refusal });
    expect(bank.order(one)).toMatchObject({ state: "refused", refusal });
    expect(balanceOf(database, "transit")).toBe(0n);
  });

  test("once the day's limit is used up; the next day has its own", () => {
    const bank = open({ limits: { perTransfer: 1_000_000, perDay: 15_000 } });
    expect(bank.order(order(1)).state).toBe("accepted");
    expect(bank.order(order(2))).toMatchObject({ refusal: "limit-exceeded" });
    now += 86_400;
    expect(bank.order(order(3)).state).toBe("accepted");
  });
});

test.each([
  ["2026-11-20T14:59", "2026-11-20T14:59", undefined],
  ["2026-11-20T15:00", "2026-11-24T08:30", undefined],
  ["2026-11-21T12:00", "2026-11-24T08:30", undefined],
  ["2026-11-20T10:00", "2026-11-26T08:30", "2026-11-26"],
])("what is ordered at %s leaves at %s", (at, leaves, executeOn) => {
  const bank = open();
  now = japan(at);
  const one = executeOn === undefined ? order(1) : { ...order(1), executeOn };
  bank.order(one);
  now = japan(leaves) - 1;
  bank.tick();
  expect(bank.status(one.key).state).toBe("accepted");
  now += 1;
  bank.tick();
  expect(bank.status(one.key).state).toBe("sent");
});

test("an order is taken back while it waits, and not once it has left", () => {
  const bank = open();
  now = japan("2026-11-24T16:00");
  bank.order(order(1));
  expect(bank.cancel(order(1).key)).toMatchObject({ state: "refused", refusal: "cancelled" });
  expect(bank.cancel(order(1).key)).toMatchObject({ state: "refused" });
  expect(balanceOf(database, "deposit")).toBe(BigInt(DEPOSIT));
  bank.order(order(2));
  now = japan("2026-11-25T08:30");
  expect(bank.cancel(order(2).key).state).toBe("accepted");
  bank.tick();
  expect(bank.cancel(order(2).key).state).toBe("sent");
  expect(() => bank.cancel(order(9).key)).toThrow(
    expect.objectContaining({ code: "bank-transfer-not-found" }),
  );
});

test("a day's file comes when the day is over, has what was settled, and never changes", () => {
  const bank = open();
  bank.order(order(1));
  bank.order(order(2, 40_000n));
  bank.order(order(3, 10_000n, ACCOUNTS.closed));
  const day: Day = "2026-11-24";
  bank.tick();
  expect(bank.settlementFile(day)).toBeUndefined();
  // The bank was not even running when the other banks answered.
  now = startOfDay("2026-11-25");
  const file = bank.settlementFile(day);
  const read = parseTransferFile(file ?? new Uint8Array());
  expect(read).toMatchObject({ customerCode: "0000000042", date: "1124" });
  expect(read.transfers.map(({ reference, yen }) => [reference, yen])).toEqual([
    ["ORDER1", 9_855n],
    ["ORDER2", 39_835n],
  ]);
  bank.order(order(4));
  now += 30 * 3_600;
  expect(bank.settlementFile(day)).toEqual(file);
  expect(
    parseTransferFile(bank.settlementFile("2026-11-23") ?? new Uint8Array()).transfers,
  ).toEqual([]);
});

test("during maintenance the bank is closed", () => {
  const bank = open({
    maintenance: [
      { weekday: 0, from: 1_260, to: 1_440 },
      { from: 0, to: 10 },
    ],
  });
  const isClosed = (text: string) => {
    now = japan(text);
    try {
      bank.assertOpen();
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: "bank-maintenance", retryable: true });
      return true;
    }
  };
  expect(isClosed("2026-11-22T21:00")).toBe(true);
  expect(isClosed("2026-11-22T20:59")).toBe(false);
  expect(isClosed("2026-11-23T21:00")).toBe(false);
  expect(isClosed("2026-11-24T00:09")).toBe(true);
  expect(isClosed("2026-11-24T00:10")).toBe(false);
});

test("the bank's clock goes on where it was, faster than ours", () => {
  let ours = 1_000_000;
  const read = () => openBankClock(database, { start: 500, speed: 3_600 }, () => ours).now();
  expect(read()).toBe(500);
  ours += 2_000;
  expect(read()).toBe(500 + 7_200);
});

test.each([
  ["2026-11-03", true],
  ["2026-11-23", true],
  ["2027-03-22", true],
  ["2026-09-22", true],
  ["2026-11-24", false],
])("%s is a holiday: %s", (day, is) => {
  expect(HOLIDAYS.has(day)).toBe(is);
});
