import { setTimeout as delay } from "node:timers/promises";
import {
  type CashOut,
  CashOutUnavailableError,
  cashOutId,
  cashOutReturnTypedData,
  isEnded,
  type SignedCashOut,
  signCashOut,
} from "@ryugu/sdk/payout";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { hexlify, randomBytes, Signature } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cashOutContract } from "../../../sdk/src/payout/cash-out/cash-out.contract.ts";
import { ACCOUNTS, DEPOSIT } from "./bank-settings.ts";
import { type CashOutProcesses, startCashOutProcesses } from "./cash-out-processes.ts";
import { seeded } from "./hazards.ts";

const YEN = 10n ** 18n;
const KILLS = 7;
const FAULTS = {
  ...{ seed: 5, refusesBefore: 0.1, losesAnswer: 0.15, late: 0.2, lateBy: 300 },
  ...{ tellsTwice: 0.3, tellsOutOfOrder: 0.3 },
};
let zone: CashOutProcesses;
const arrived = async () => {
  const held = -(await zone.balance("cash"));
  return BigInt(DEPOSIT) - held;
};

beforeAll(async () => {
  zone = await startCashOutProcesses(FAULTS);
});
afterAll(async () => {
  await zone?.stop();
});

describe("an issuer's API before a bank that misbehaves is a cash-out adapter", () => {
  cashOutContract(() => ({
    ...{ adapter: zone.adapter, accounts: ACCOUNTS, mint: zone.mint, arrived },
    payee: { address: address(zone.payee.address), signer: zone.payee },
    balance: () => zone.yen.getFunction("balanceOf")(zone.payee.address),
    now: async () => (await zone.provider.getBlock("latest"))?.timestamp ?? 0,
    pass: () => delay(100),
  }));
});

async function sign(n: number, account = ACCOUNTS.open): Promise<SignedCashOut> {
  const { currency, redemption } = await persist(() => zone.adapter.terms());
  const now = (await zone.provider.getBlock("latest"))?.timestamp ?? 0;
  return signCashOut(zone.payee, {
    ...{ currency, redemption, account, payee: address(zone.payee.address) },
    units: BigInt(1_000 + n) * YEN,
    idempotencyKey: bytes32(hexlify(randomBytes(32))),
    validBefore: now + 86_400,
  });
}

/** No answer is no failure: it is asked again. */
async function persist<T>(ask: () => Promise<T>): Promise<T> {
  for (let n = 0; n < 200; n++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CashOutUnavailableError)) throw error;
      await delay(100);
    }
  }
  throw new Error("It never answered.");
}

async function everyEnd(requests: readonly SignedCashOut[]): Promise<CashOut[]> {
  for (let looks = 0; looks < 600; looks++) {
    const all: CashOut[] = [];
    // Asking for the same again is also how one looks.
    for (const request of requests) all.push(await persist(() => zone.adapter.request(request)));
    if (all.every(isEnded)) return all;
    await delay(150);
  }
  throw new Error("Something never ended.");
}

test("bank and issuer killed again and again: each cash-out ends once, and the books agree", async () => {
  const [held, paid] = [await zone.yen.getFunction("balanceOf")(zone.redemption), await arrived()];
  await zone.mint(100_000n * YEN);
  const random = seeded(11);
  const kinds = [ACCOUNTS.open, ACCOUNTS.open, ACCOUNTS.closed, ACCOUNTS.anothers];
  const requests = await Promise.all(
    Array.from({ length: 16 }, (_, n) => sign(n, kinds[n % kinds.length])),
  );
  const ending = everyEnd(requests);
  for (let kills = 0; kills < KILLS; kills++) {
    await delay(300 + random() * 900);
    const victim = random() < 0.6 ? zone.issuer : zone.bank;
    await victim.kill();
    await victim.start();
  }
  const ends = await ending;
  expect(ends.map(({ state }) => state)).toEqual(
    requests.map(({ account }) =>
      account.number === ACCOUNTS.open.number ? "settled" : "returned",
    ),
  );
  const settled = ends.filter(({ state }) => state === "settled");
  const sum = (of: (one: CashOut) => bigint) => settled.reduce((total, one) => total + of(one), 0n);
  expect(await zone.yen.getFunction("balanceOf")(zone.redemption)).toBe(held + sum((c) => c.units));
  expect(await arrived()).toBe(paid + sum(({ yen, fee }) => yen - fee));
  expect(await zone.balance("transit")).toBe(0n);
  expect(await zone.balance("interbank")).toBe(0n);
  expect(await zone.askOperator("/v1/strays")).toEqual([]);
  for (const day of new Set(settled.map(({ settledOn }) => settledOn))) {
    const found = await reconciled(`${day}`);
    expect(found).toMatchObject({
      missing: [],
      unknown: [],
      different: [],
      paidTwice: [],
      unbooked: [],
    });
    const ids = found.matched.map(({ booked }) => booked.id);
    for (const one of settled) if (one.settledOn === day) expect(ids).toContain(one.id);
  }
});

/** The bank's day has to end first. */
async function reconciled(day: string) {
  for (let looks = 0; looks < 300; looks++) {
    const found = await zone.askOperator(`/v1/reconciliations/${day}`);
    if (typeof found === "object") return found as { matched: { booked: { id: string } }[] };
    await delay(100);
  }
  throw new Error("The bank's day never ended.");
}

test("tokens that are owed to an account which the currency blocks wait for it, and come back once", async () => {
  await zone.mint(5_000n * YEN);
  const held = await zone.yen.getFunction("balanceOf")(zone.payee.address);
  const request = await sign(4_000, ACCOUNTS.closed);
  const { id } = await persist(() => zone.adapter.request(request));
  const state = async () => (await persist(() => zone.adapter.status(id))).state;
  const block = async (on: boolean) =>
    (await zone.yen.getFunction("setBlocked")(zone.payee.address, on)).wait();
  await expect.poll(state, { timeout: 20_000 }).toBe("accepted");
  await block(true);
  await expect.poll(state, { timeout: 30_000 }).toBe("refused");
  await delay(2_000);
  expect(await state()).toBe("refused");
  await block(false);
  await expect.poll(state, { timeout: 70_000 }).toBe("returned");
  expect(await zone.yen.getFunction("balanceOf")(zone.payee.address)).toBe(held);
}, 150_000);

/** Pays by the payee's own authorization, which anybody may bring to the chain. */
async function payDirectly(signed: SignedCashOut, units: bigint) {
  const { currency } = await zone.adapter.terms();
  const id = cashOutId({ ...signed, units: BigInt(signed.units) });
  const ways = { from: address(zone.payee.address), to: signed.redemption, units };
  const back = cashOutReturnTypedData(currency, { ...ways, id, validBefore: signed.validBefore });
  const message = { ...back.message, nonce: id };
  const { v, r, s } = Signature.from(
    await zone.payee.signTypedData(back.domain, back.types, message),
  );
  const pay = zone.yen.getFunction("transferWithAuthorization");
  const times = [0, signed.validBefore] as const;
  await (await pay(ways.from, ways.to, units, ...times, id, v, r, s)).wait();
}

test("what was paid in another way is given back where it names its cash-out, and told where it does not", async () => {
  await zone.mint(20_000n * YEN);
  const held = await zone.yen.getFunction("balanceOf")(zone.payee.address);
  const early = await sign(5_000);
  await payDirectly(early, BigInt(early.units));
  const wrong = await sign(6_000);
  await payDirectly(wrong, 3n);
  const [settled, returned] = await everyEnd([early, wrong]);
  expect(settled).toMatchObject({ state: "settled" });
  expect(returned).toMatchObject({ state: "returned", reason: "amount-differs" });
  expect(await zone.yen.getFunction("balanceOf")(zone.payee.address)).toBe(
    held - BigInt(early.units),
  );
  await (await zone.yen.getFunction("mint")(zone.redemption, 7n)).wait();
  await expect
    .poll(() => zone.askOperator("/v1/strays"), { timeout: 10_000 })
    .toMatchObject([{ units: "7" }]);
});

test("who holds no token, or another's, sees nothing; what nobody signed wakes nobody", async () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(`${zone.issuerUrl}${path}`, init);
  expect((await ask("/v1/events?after=0")).status).toBe(401);
  const wrong = { headers: { authorization: "Bearer issuers-operator-tokem" } };
  expect((await ask("/v1/strays", wrong)).status).toBe(401);
  expect((await ask("/v1/bank-webhook", { method: "POST", body: "{}" })).status).toBe(401);
  expect((await ask("/v1/cash-outs", { method: "POST", body: "x".repeat(20_000) })).status).toBe(
    413,
  );
});
