import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { type Address, address } from "../../../primitives/index.ts";
import { InvalidPaymentError } from "../../errors.ts";
import { dividePayment } from "../../split/divide-nested.ts";
import type { SplitShare } from "../../split/share.ts";
import { actsOn, type PaymentRailFixture, part } from "./fixture.contract.ts";

const share = (payee: Address, weight: number, nested = false): SplitShare => ({
  payee,
  weight,
  nested,
});

/** A payer pays, and splits are divided. */
export function payingContract(fixture: () => PaymentRailFixture): void {
  const { payment, person } = actsOn(fixture);

  test("a payer pays several payees at once", async () => {
    const { rail, payer, currency, fund } = fixture();
    const [painter, poet] = [await person(), await person()];
    await fund(payer.address, 100n);
    const had = await rail.spendable(payer.address, currency);
    const paid = payment([part(painter.address, 70n), part(poet.address, 30n)]);
    const made = await rail.pay(payer.signer, paid);
    const { purpose } = paid;
    expect(made).toMatchObject({
      ...{ kind: "payment", purpose, currency, amount: 100n, isRefund: false },
      ...{ payer: payer.address, caller: payer.address },
      shares: [
        { kind: "share", purpose, currency, payee: painter.address, amount: 70n, outcome: "paid" },
        { kind: "share", purpose, currency, payee: poet.address, amount: 30n, outcome: "paid" },
      ],
    });
    expect(made.gasUsed).toBeGreaterThan(0n);
    expect(await rail.received(painter.address, currency)).toBe(70n);
    expect(await rail.received(poet.address, currency)).toBe(30n);
    expect(had - (await rail.spendable(payer.address, currency))).toBe(100n);
  });

  test("splits among the payees are divided at once, as dividePayment says", async () => {
    const { rail, payer, currency, fund, makeSplit } = fixture();
    const [painter, poet, printer] = [await person(), await person(), await person()];
    const inner = [share(painter.address, 2), share(poet.address, 1)];
    const innerSplit = await makeSplit(inner);
    const outer = [share(innerSplit, 1, true), share(printer.address, 1)];
    const outerSplit = await makeSplit(outer);
    await fund(payer.address, 1_001n);
    const parts = [part(outerSplit, 1_001n, true)];
    const made = await rail.pay(payer.signer, payment(parts));
    const told = dividePayment(parts, (account) =>
      account === outerSplit ? outer : account === innerSplit ? inner : undefined,
    );
    expect(told).toHaveLength(3);
    expect(made.shares.map(({ payee, amount }) => ({ payee, amount }))).toEqual(told);
    expect(await rail.received(printer.address, currency)).toBe(501n);
  });

  test("a payment looks into splits for 64 payees, and pays a longer one as an account", async () => {
    const { rail, payer, fund, makeSplit } = fixture();
    const stranger = () => address(Wallet.createRandom().address);
    const crowd = (n: number) => Array.from({ length: n }, () => share(stranger(), 1));
    const lists = new Map<Address, SplitShare[]>();
    for (const n of [40, 25, 24]) {
      const list = crowd(n);
      lists.set(await makeSplit(list), list);
    }
    const parts = [...lists.keys()].map((split) => part(split, 1_000n, true));
    await fund(payer.address, 3_000n);
    const made = await rail.pay(payer.signer, payment(parts));
    const told = dividePayment(parts, (account) => lists.get(account));
    expect(told).toHaveLength(40 + 1 + 24);
    expect(made.shares.map(({ payee, amount }) => ({ payee, amount }))).toEqual(told);
  });

  test("nobody pays with nothing, nor for somebody else", async () => {
    const { rail, payer, carrier, fund } = fixture();
    const painter = await person();
    await fund(payer.address, 10n);
    const paid = payment([part(painter.address, 10n)]);
    await expect(rail.pay(carrier.signer, paid)).rejects.toThrow();
    const own = payment([part(painter.address, 10n)], carrier.address);
    await expect(rail.pay(carrier.signer, own)).rejects.toMatchObject({ code: "payout-refused" });
    await rail.pay(payer.signer, paid);
  });

  test("a payment that no chain would take is refused before it is asked", async () => {
    const { rail, payer } = fixture();
    const painter = await person();
    const nobody = address(`0x${"00".repeat(20)}`);
    for (const parts of [
      [],
      Array.from({ length: 17 }, () => part(painter.address, 1n)),
      [part(painter.address, 0n)],
      [part(nobody, 1n)],
      [part(rail.address, 1n)],
    ]) {
      await expect(rail.pay(payer.signer, payment(parts))).rejects.toThrow(InvalidPaymentError);
    }
  });

  test("a currency that the rail does not carry is refused", async () => {
    const { rail, payer } = fixture();
    const painter = await person();
    const wrong = { ...payment([part(painter.address, 1n)]), currency: payer.address };
    await expect(rail.pay(payer.signer, wrong)).rejects.toMatchObject({ code: "payout-refused" });
    await expect(rail.currency(payer.address)).rejects.toMatchObject({
      code: "currency-unsupported",
    });
  });
}
