import { address } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { openWorldStore, type WorldStore } from "../store/world-store.ts";
import { FakeChain } from "./fake-chain.ts";
import { OPERATOR_TABLES, openLedger } from "./ledger.ts";
import { type Operator, type OperatorSettings, openOperator } from "./operator.ts";

const ACCOUNT = address("0x00000000000000000000000000000000000000aa");
const TO = "0x00000000000000000000000000000000000000bb";

const open: Operator[] = [];
afterEach(() => {
  for (const operator of open.splice(0)) operator.close();
});

function start(
  chain: FakeChain,
  store: WorldStore,
  settings: Partial<OperatorSettings> = {},
): Operator {
  const operator = openOperator({
    address: ACCOUNT,
    chain: chain.link,
    ledger: openLedger(store),
    sign: chain.sign,
    signTypedData: () => Promise.reject(new TypeError("Nothing is signed but transactions.")),
    log: () => undefined,
    now: Date.now,
    settings: { interval: 2, idleInterval: 4, patience: 1_000, ...settings },
  });
  open.push(operator);
  return operator;
}

const freshStore = () => openWorldStore(":memory:", [OPERATOR_TABLES]);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const mining = (chain: FakeChain) => {
  const timer = setInterval(() => chain.mine(), 3);
  return () => clearInterval(timer);
};

test("many orders at once get one nonce each; the same key is sent once", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  const keys = ["a", "b", "a", "c", "b", "a"];
  const signed = await Promise.all(keys.map((key) => operator.submit({ key, to: TO })));
  expect(new Set(signed.map(({ nonce }) => nonce)).size).toBe(3);
  const stop = mining(chain);
  await Promise.all(keys.map((key) => operator.settled(key)));
  stop();
  expect(chain.mined).toHaveLength(3);
});

test("what was signed and never sent is sent by the next start, and not signed again", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const first = start(chain, store);
  await first.submit({ key: "gift", to: TO });
  first.close();
  chain.goBack(9);
  const second = start(chain, store);
  const stop = mining(chain);
  await second.settled("gift");
  expect((await second.submit({ key: "gift", to: TO })).nonce).toBe(0);
  stop();
  expect(chain.mined).toHaveLength(1);
});

test("a stuck transaction is offered for more, under the same nonce", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  chain.floor = 4n;
  const operator = start(chain, store, { stuckAfter: 10 });
  await operator.submit({ key: "gift", to: TO });
  const stop = mining(chain);
  await operator.settled("gift");
  stop();
  expect(chain.mined.map((raw) => FakeChain.read(raw).nonce)).toEqual([0]);
  expect(BigInt(FakeChain.read(chain.mined[0] ?? "").maxFeePerGas)).toBeGreaterThanOrEqual(4n);
});

test("a chain that went back gets again what it forgot", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  const stop = mining(chain);
  for (const key of ["a", "b", "c"]) {
    await operator.submit({ key, to: TO });
    await operator.settled(key);
  }
  const before = [...chain.mined];
  chain.goBack(2);
  await expect.poll(() => chain.mined).toEqual(before);
  stop();
});

test("a chain that is away is named, and nothing was signed", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  chain.isAway = true;
  await expect(operator.submit({ key: "gift", to: TO })).rejects.toMatchObject({
    code: "world-chain",
  });
  expect(operator.find("gift")).toBeUndefined();
});

test("what cannot be paid is not signed, and holds nothing up", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  chain.balance = 1_000_000n;
  await operator.submit({ key: "small", to: TO });
  const large = operator.submit({ key: "large", to: TO, value: 950_000n });
  await expect(large).rejects.toMatchObject({ code: "sponsor-empty" });
  expect(operator.find("large")).toBeUndefined();
  chain.mine();
  expect((await operator.settled("small")).status).toBe(1);
});

test("what would use more gas than it may is not signed", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  const dear = operator.submit({ key: "gift", to: TO, mostGas: 26_249n });
  await expect(dear).rejects.toMatchObject({ code: "gas-too-much" });
  expect(operator.find("gift")).toBeUndefined();
  await operator.submit({ key: "gift", to: TO, mostGas: 26_250n });
});

test("a failure on the chain is told to whoever waits", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  chain.reverting.add(TO);
  const operator = start(chain, store);
  await operator.submit({ key: "gift", to: TO });
  chain.mine();
  await expect(operator.settled("gift")).rejects.toMatchObject({ code: "transaction-reverted" });
});

test("who waits longer than anybody should is told so, and the transaction goes on", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store, { patience: 20 });
  await operator.submit({ key: "gift", to: TO });
  await expect(operator.settled("gift")).rejects.toMatchObject({ code: "transaction-pending" });
  chain.mine();
  expect((await operator.settled("gift")).status).toBe(1);
});

test("more than it can carry is refused", async () => {
  const operator = start(new FakeChain(), freshStore(), { most: 2 });
  const asked = ["a", "b", "c"].map((key) => operator.submit({ key, to: TO }));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
});

test("whatever crashes and is forgotten, each key is on the chain exactly once in the end", async () => {
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("ask" as const), key: fc.nat(5) }) },
    fc.record({ kind: fc.constant("mine" as const) }),
    fc.record({ kind: fc.constant("crash" as const) }),
    fc.record({ kind: fc.constant("go back" as const), count: fc.integer({ min: 1, max: 3 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
      const [chain, store] = [new FakeChain(), freshStore()];
      let operator = start(chain, store);
      const asked = new Set<string>();
      for (const one of events) {
        if (one.kind === "ask") {
          // Each key's own value tells them apart on the chain.
          await operator.submit({ key: String(one.key), to: TO, value: BigInt(one.key) });
          asked.add(String(one.key));
        } else if (one.kind === "mine") chain.mine();
        else if (one.kind === "go back") chain.goBack(one.count);
        else {
          operator.close();
          operator = start(chain, store);
        }
      }
      const stop = mining(chain);
      for (const key of asked) await operator.settled(key);
      await expect.poll(() => chain.mined.length, { interval: 2 }).toBe(asked.size);
      stop();
      operator.close();
      const values = chain.mined.map((raw) => FakeChain.read(raw).value);
      expect([...values].sort()).toEqual([...asked].sort());
    }),
    { numRuns: 30 },
  );
}, 30_000);

test("nothing is looked at after it is closed", async () => {
  const [chain, store] = [new FakeChain(), freshStore()];
  const operator = start(chain, store);
  await operator.submit({ key: "gift", to: TO });
  operator.close();
  await pause(10);
  store.close();
  await pause(10);
});
