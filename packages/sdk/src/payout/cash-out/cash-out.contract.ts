import { expect, test } from "vitest";
import { type Address, type Bytes32, bytes32, bytesToHex } from "../../primitives/index.ts";
import type { TypedDataSigner } from "../typed-data-signer.ts";
import type { CashOutAdapter, CashOutEvent } from "./adapter.ts";
import type { BankAccount } from "./bank-account.ts";
import { signCashOut } from "./request.ts";
import type { SignedCashOut } from "./signed-cash-out.ts";
import type { CashOut, CashOutState } from "./state.ts";

/** An adapter under test, with somebody who is owed yen, and a bank whose accounts are known. */
export interface CashOutFixture {
  adapter: CashOutAdapter;
  payee: { address: Address; signer: TypedDataSigner };
  /** Accounts, and what the bank does with money for them. */
  accounts: {
    open: BankAccount;
    missing: BankAccount;
    closed: BankAccount;
    /** There is one of this number, of somebody else. */
    anothers: BankAccount;
  };
  /** Makes money for the payee, in the currency's units. */
  mint(units: bigint): Promise<void>;
  /** What the payee has, in the currency's units. */
  balance(): Promise<bigint>;
  /** Yen that arrived in the open account. */
  arrived(): Promise<bigint>;
  /** Unix seconds on the chain. */
  now(): Promise<number>;
  /** Lets a little time pass, on the chain and at the bank. */
  pass(): Promise<void>;
}

const YEN = 10n ** 18n;
const MOST_LOOKS = 2_000;

/** What holds for every {@link CashOutAdapter}. `fixture` is asked for once a test. */
export function cashOutContract(fixture: () => CashOutFixture): void {
  const signed = async (yen: bigint, account: BankAccount, changes: object = {}) => {
    const { adapter, payee, now } = fixture();
    const { currency, redemption } = await adapter.terms();
    return signCashOut(payee.signer, {
      ...{ currency, redemption, payee: payee.address, account, units: yen * YEN },
      idempotencyKey: randomKey(),
      validBefore: (await now()) + 86_400,
      ...changes,
    });
  };

  const until = async (id: Bytes32, ...states: CashOutState[]): Promise<CashOut> => {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const cashOut = await fixture().adapter.status(id);
      if (states.includes(cashOut.state)) return cashOut;
      await fixture().pass();
    }
    throw new Error(`The cash-out never was ${states.join(" or ")}.`);
  };

  const ended = (id: Bytes32) => until(id, "settled", "returned", "cancelled");

  test("a quote loses nothing: what is less than a yen stays, the rest arrives or is the fee", async () => {
    const { adapter, accounts } = fixture();
    const amount = 12_345n * YEN + 678n;
    const quote = await adapter.quote(amount, accounts.open.bankCode);
    expect(quote.units + quote.dust).toBe(amount);
    expect(quote.dust).toBe(678n);
    expect(quote.fee + quote.arrives).toBe(12_345n);
    expect(quote.leavesOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("money arrives, less the fee, and the tokens are gone", async () => {
    const { adapter, accounts, mint, balance, arrived } = fixture();
    await mint(10_000n * YEN + 5n);
    const [held, had] = [await balance(), await arrived()];
    const cashOut = await adapter.request(await signed(10_000n, accounts.open));
    expect(cashOut).toMatchObject({ units: 10_000n * YEN, yen: 10_000n });
    expect(accounts.open.number.endsWith(cashOut.accountEnding)).toBe(true);
    expect(await ended(cashOut.id)).toMatchObject({ state: "settled" });
    expect(await balance()).toBe(held - 10_000n * YEN);
    expect(await arrived()).toBe(had + 10_000n - cashOut.fee);
  });

  test("the same request is paid once, however often and at the same time it is sent", async () => {
    const { adapter, accounts, mint, balance, arrived } = fixture();
    await mint(9_000n * YEN);
    const [held, had] = [await balance(), await arrived()];
    const request = await signed(3_000n, accounts.open);
    const all = await Promise.all(Array.from({ length: 5 }, () => adapter.request(request)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const { id, fee } = await adapter.request(request);
    await ended(id);
    expect(await adapter.request(request)).toMatchObject({ id, state: "settled" });
    expect(await balance()).toBe(held - 3_000n * YEN);
    expect(await arrived()).toBe(had + 3_000n - fee);
  });

  test.each([
    ["missing", "no-such-account"],
    ["closed", "account-closed"],
    ["anothers", "holder-mismatch"],
  ] as const)("an account that is %s: refused, and the tokens come back", async (which, reason) => {
    const { adapter, accounts, mint, balance, arrived } = fixture();
    await mint(5_000n * YEN);
    const [held, had] = [await balance(), await arrived()];
    const { id } = await adapter.request(await signed(5_000n, accounts[which]));
    expect(await ended(id)).toMatchObject({ state: "returned", reason });
    expect(await balance()).toBe(held);
    expect(await arrived()).toBe(had);
  });

  test("who cancels in time has the tokens; after the end it is too late", async () => {
    const { adapter, accounts, mint, balance } = fixture();
    await mint(2_000n * YEN);
    const held = await balance();
    const { id, fee } = await adapter.request(await signed(2_000n, accounts.open));
    await adapter.cancel(id).catch(expectTooLate);
    const { state } = await ended(id);
    expect(fee).toBeGreaterThanOrEqual(0n);
    expect(await balance()).toBe(state === "settled" ? held - 2_000n * YEN : held);
    if (state !== "cancelled") await expect(adapter.cancel(id)).rejects.toSatisfy(isTooLate);
  });

  test.each([
    [
      "changed account",
      (one: SignedCashOut) => ({ ...one, account: { ...one.account, number: "7654321" } }),
    ],
    ["changed amount", (one: SignedCashOut) => ({ ...one, units: `${2n * BigInt(one.units)}` })],
    ["other key", (one: SignedCashOut) => ({ ...one, idempotencyKey: randomKey() })],
  ])("a request with a %s is nobody's", async (_, change) => {
    const { adapter, accounts } = fixture();
    const request = change(await signed(1_000n, accounts.open));
    await expect(adapter.request(request)).rejects.toMatchObject({
      ...{ code: "invalid-cash-out", reason: "signature" },
    });
  });

  test("parts of a yen, too much, too late a payment and a key used for something else are refused", async () => {
    const { adapter, accounts, now } = fixture();
    const { perTransfer } = await adapter.terms();
    const refusals: [string, SignedCashOut][] = [
      ["units", await signed(0n, accounts.open, { units: YEN + 1n })],
      ["limit", await signed(perTransfer + 1n, accounts.open)],
      ["expired", await signed(1_000n, accounts.open, { validBefore: await now() })],
    ];
    const idempotencyKey = randomKey();
    await adapter.request(await signed(1_000n, accounts.open, { idempotencyKey }));
    refusals.push(["idempotency-key", await signed(1_001n, accounts.open, { idempotencyKey })]);
    for (const [reason, request] of refusals) {
      await expect(adapter.request(request), reason).rejects.toMatchObject({ reason });
    }
  });

  test("an unknown cash-out is not found", async () => {
    const { adapter } = fixture();
    for (const question of [adapter.status(randomKey()), adapter.cancel(randomKey())]) {
      await expect(question).rejects.toMatchObject({ code: "cash-out-not-found" });
    }
  });

  test("events tell each state once and in order, and tell it again to who asks again", async () => {
    const { adapter, accounts, mint } = fixture();
    await mint(4_000n * YEN);
    const { id } = await adapter.request(await signed(4_000n, accounts.open));
    await ended(id);
    const all = await allEvents(adapter);
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i + 1));
    const own = all.filter(({ cashOut }) => cashOut.id === id).map(({ cashOut }) => cashOut.state);
    expect(own).toEqual(["requested", "accepted", "sent", "settled"]);
    expect((await allEvents(adapter)).slice(0, all.length)).toEqual(all);
  });
}

async function allEvents(adapter: CashOutAdapter) {
  const all: CashOutEvent[] = [];
  for (;;) {
    const more = await adapter.events(all.at(-1)?.sequence ?? 0);
    if (more.length === 0) return all;
    all.push(...more);
  }
}

function randomKey(): Bytes32 {
  return bytes32(bytesToHex(crypto.getRandomValues(new Uint8Array(32))));
}

const isTooLate = (error: unknown) => (error as { code?: string }).code === "cash-out-too-late";

function expectTooLate(error: unknown): void {
  if (!isTooLate(error)) throw error;
}
