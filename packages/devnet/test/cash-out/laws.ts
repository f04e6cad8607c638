import { isEnded, isReconciled } from "@ryugu/sdk/payout";
import { address } from "@ryugu/sdk/primitives";
import { expect } from "vitest";
import { balanceOf, trialBalance } from "../../src/bank/ledger.ts";
import { DEPOSIT } from "./bank-settings.ts";
import type { CashOutWorld } from "./cash-out-world.ts";

const YEN = 10n ** 18n;

/**
 * What must be true of a world in which everything has ended, whatever happened in it.
 *
 * @param minted - the payee's tokens, all there ever were, in units
 */
export async function expectLaws(world: CashOutWorld, minted: bigint): Promise<void> {
  const { chain, bankDatabase, redemption, issuer } = world;
  const all = issuer.store.events("minato", 0);
  const last = new Map(all.map(({ cashOut }) => [cashOut.id, cashOut]));
  const cashOuts = [...last.values()];
  for (const cashOut of cashOuts) expect(isEnded(cashOut), cashOut.state).toBe(true);

  // Tokens: none appear or vanish; the issuer keeps what it paid for and nothing else but strays.
  const settled = cashOuts.filter(({ state }) => state === "settled");
  const paidFor = settled.reduce((sum, { units }) => sum + units, 0n);
  const strays = issuer.store.strays().reduce((sum, { units }) => sum + units, 0n);
  for (const { nonce } of issuer.store.strays())
    expect(last.has(nonce ?? ("" as never))).toBe(false);
  const held = chain.balanceOf(redemption);
  expect(held).toBe(paidFor + strays);
  expect(chain.balanceOf(address(world.payee.address)) + held).toBe(minted);
  for (const [name, times] of chain.moved) expect(times, name).toBe(1);

  // Yen: as many left the customer's account as tokens stayed, each transfer once; nothing is left on the way.
  expect(balanceOf(bankDatabase, "deposit")).toBe(BigInt(DEPOSIT) - paidFor / YEN);
  expect(balanceOf(bankDatabase, "transit")).toBe(0n);
  expect(balanceOf(bankDatabase, "interbank")).toBe(0n);
  const sums = trialBalance(bankDatabase);
  const total = (side: "debit" | "credit") => sums.reduce((sum, line) => sum + line[side], 0n);
  expect(total("debit")).toBe(total("credit"));
  const paid = bankDatabase.all(
    "SELECT memo FROM entries WHERE memo LIKE 'settle %' AND debit > 0",
  );
  expect(paid.map(({ memo }) => `${memo}`).sort()).toEqual(
    settled.map(({ id }) => `settle ${id}`).sort(),
  );

  // Books: the bank's files say the same.
  world.pass(1_000);
  for (const day of new Set(settled.map(({ settledOn }) => settledOn ?? ""))) {
    const found = await world.reconcile(day);
    expect(found && isReconciled(found), day).toBe(true);
    expect(found?.matched).toHaveLength(settled.filter((one) => one.settledOn === day).length);
  }
}
