import { address } from "@ryugu/sdk/primitives";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeChain } from "../operator/fake-chain.ts";
import { OPERATOR_TABLES, openLedger } from "../operator/ledger.ts";
import { type Operator, openOperator } from "../operator/operator.ts";
import type { OperatorSigner } from "../operator/operator-signer.ts";
import { openWorldStore, type WorldStore } from "../store/world-store.ts";
import { CARRIER_TABLES, openCarriedBook } from "./carried-book.ts";
import { openCarrier } from "./carrier.ts";

const ANNA = address(`0x${"a1".repeat(20)}`);
const BEN = address(`0x${"b2".repeat(20)}`);
const TO = `0x${"cc".repeat(20)}`;
const DAY = 86_400_000;

let chain: FakeChain;
let store: WorldStore;
let operator: Operator;
let now: number;

beforeEach(() => {
  chain = new FakeChain();
  store = openWorldStore(":memory:", [OPERATOR_TABLES, CARRIER_TABLES]);
  now = Date.parse("2026-11-24T12:00:00Z");
  operator = openOperator({
    address: address(`0x${"aa".repeat(20)}`),
    chain: chain.link,
    ledger: openLedger(store),
    sign: chain.sign,
    signTypedData: () => Promise.reject(new TypeError("Nothing is signed but transactions.")),
    log: () => undefined,
    now: Date.now,
    settings: { interval: 2, idleInterval: 4, patience: 1_000 },
  });
});
afterEach(() => operator.close());

const open = (limits = { perPersonDaily: 2, daily: 3 }) =>
  openCarrier({ operator, book: openCarriedBook(store), limits, now: () => now });
const carriage = (key: string, account = ANNA) => ({ key, account, mostGas: 100_000n });
const send = async (signer: OperatorSigner) => (await signer.sendTransaction({ to: TO })).hash;

test("the same is sent once, and answered with the same transaction", async () => {
  const carrier = open({ perPersonDaily: 1, daily: 1 });
  const first = await carrier.carry(carriage("a"), send);
  chain.mine();
  expect(await carrier.carry(carriage("a"), send)).toBe(first);
  expect(chain.mined).toHaveLength(1);
});

test("one person, and all together, get so much in a day", async () => {
  const carrier = open();
  await carrier.carry(carriage("a"), send);
  await carrier.carry(carriage("b"), send);
  await expect(carrier.carry(carriage("c"), send)).rejects.toMatchObject({ code: "gas-limit" });
  await carrier.carry(carriage("d", BEN), send);
  await expect(carrier.carry(carriage("e", BEN), send)).rejects.toMatchObject({
    code: "sponsor-empty",
  });
  now += DAY;
  await carrier.carry(carriage("e", BEN), send);
});

test("what asks at once is counted before it is sent", async () => {
  const carrier = open();
  const asked = ["a", "b", "c"].map((key) => carrier.carry(carriage(key), send));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
});

test("what was not sent does not count, also where the server ended meanwhile", async () => {
  const refused = () => Promise.reject(new Error("no"));
  for (const key of ["a", "b", "c"]) {
    await expect(open().carry(carriage(key), refused)).rejects.toThrow("no");
  }
  const book = openCarriedBook(store);
  for (const key of ["d", "e"]) book.count(key, ANNA, now);
  await open().carry(carriage("f"), send);
});

test("more gas than it may use is not paid for", async () => {
  const dear = { ...carriage("a"), mostGas: 21_000n };
  await expect(open().carry(dear, send)).rejects.toMatchObject({ code: "gas-too-much" });
  expect(chain.pool.size + chain.mined.length).toBe(0);
});
