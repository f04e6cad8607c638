import { hexlify, randomBytes, type Signer, Wallet } from "ethers";
import { expect, test } from "vitest";
import { type Address, address, type Bytes32, bytes32 } from "../../primitives/index.ts";
import type { PaymentAuthorization } from "../authorization.ts";
import { parseSignedClaim } from "../credit/signed-claim.ts";
import { verifySignedClaim } from "../credit/verify-claim.ts";
import { InvalidClaimError, InvalidPaymentError } from "../errors.ts";
import { signPayment } from "../sign-payment.ts";
import { dividePayment, type PaymentPart } from "../split/divide-nested.ts";
import type { SplitShare } from "../split/share.ts";
import type { Payment } from "./payment.ts";
import type { PaymentRail } from "./payment-rail.ts";
import type { RailRecord } from "./records.ts";

/** Somebody in a test, with gas. */
export interface Payer {
  readonly address: Address;
  readonly signer: Signer;
}

/** A rail under test, and what the world around it can do. */
export interface PaymentRailFixture {
  rail: PaymentRail;
  currency: Address;
  payer: Payer;
  /** Has gas and no money. */
  carrier: Payer;
  /** Gives money to spend. */
  fund(account: Address, amount: bigint): Promise<void>;
  /** Lets an account be paid, or not. */
  setPayable(account: Address, payable: boolean): Promise<void>;
  makeSplit(shares: readonly SplitShare[]): Promise<Address>;
  /** The chain's clock, in unix seconds. */
  now(): Promise<number>;
}

/** What holds for every {@link PaymentRail}. `fixture` is asked for once a test. */
export function paymentRailContract(fixture: () => PaymentRailFixture): void {
  const random = () => bytes32(hexlify(randomBytes(32)));
  /** Somebody who can be paid, with a key and without gas. */
  const person = async () => {
    const key = Wallet.createRandom();
    const account = address(key.address);
    await fixture().setPayable(account, true);
    return { key, address: account };
  };
  const part = (payee: Address, amount: bigint, nested = false): PaymentPart => ({
    payee,
    amount,
    nested,
  });
  const payment = (parts: readonly PaymentPart[], payer = fixture().payer.address): Payment => ({
    payer,
    currency: fixture().currency,
    purpose: random(),
    parts,
  });
  const word = async (
    signer: Wallet | Payer["signer"],
    paid: Payment,
    amount: bigint,
    salt: Bytes32 = random(),
  ): Promise<PaymentAuthorization> => {
    const { rail, currency, carrier, now } = fixture();
    return await signPayment(signer, {
      ...{ chain: rail.chain, rail: rail.address, payer: paid.payer, purpose: paid.purpose },
      ...{ currency: await rail.currency(currency), caller: carrier.address, amount, salt },
      validBefore: (await now()) + 600,
    });
  };
  const share = (payee: Address, weight: number, nested = false): SplitShare => ({
    payee,
    weight,
    nested,
  });
  const collect = async (records: AsyncIterable<RailRecord>) => {
    const seen: RailRecord[] = [];
    for await (const record of records) seen.push(record);
    return seen;
  };

  // --- paying

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

  // --- paying by signature

  test("a payer without gas signs, and whom they named carries it out, once", async () => {
    const { rail, carrier, currency, fund } = fixture();
    const [buyer, painter] = [await person(), await person()];
    await fund(buyer.address, 50n);
    const paid = payment([part(painter.address, 50n)], buyer.address);
    const signed = JSON.parse(JSON.stringify(await word(buyer.key, paid, 50n)));
    const made = await rail.pay(carrier.signer, paid, signed);
    expect(made).toMatchObject({ payer: buyer.address, caller: carrier.address, amount: 50n });
    expect(await rail.received(painter.address, currency)).toBe(50n);
    await fund(buyer.address, 50n);
    await expect(rail.pay(carrier.signer, paid, signed)).rejects.toMatchObject({
      code: "payout-refused",
    });
  });

  test("who carries a signed payment can change neither sum, purpose, time nor payer", async () => {
    const { rail, payer, carrier, fund } = fixture();
    const [buyer, painter] = [await person(), await person()];
    await fund(buyer.address, 100n);
    await fund(payer.address, 50n);
    const paid = payment([part(painter.address, 50n)], buyer.address);
    const signed = await word(buyer.key, paid, 50n);
    const refused = { code: "payout-refused", reason: expect.stringMatching(/Signature/) };
    for (const [changed, changedWord] of [
      [{ ...paid, parts: [part(painter.address, 51n)] }, signed],
      [{ ...paid, purpose: random() }, signed],
      [{ ...paid, payer: payer.address }, signed],
      [paid, { ...signed, validBefore: signed.validBefore + 1 }],
      [paid, { ...signed, salt: random() }],
    ] as const) {
      await expect(rail.pay(carrier.signer, changed, changedWord)).rejects.toMatchObject(refused);
    }
    await expect(rail.pay(payer.signer, paid, signed)).rejects.toMatchObject(refused);
    await rail.pay(carrier.signer, paid, signed);
  });

  test("a word that the rail would check is taken back by its salt", async () => {
    const { rail, payer } = fixture();
    const salt = random();
    expect(await rail.isSaltUsed(payer.address, salt)).toBe(false);
    await rail.voidSalt(payer.signer, salt);
    expect(await rail.isSaltUsed(payer.address, salt)).toBe(true);
    await expect(rail.voidSalt(payer.signer, salt)).rejects.toMatchObject({ reason: "SaltUsed" });
  });

  // --- credits

  /** Pays somebody who cannot be paid. */
  const credited = async (amount: bigint) => {
    const { rail, payer, fund, setPayable } = fixture();
    const blocked = await person();
    await setPayable(blocked.address, false);
    await fund(payer.address, amount);
    const made = await rail.pay(payer.signer, payment([part(blocked.address, amount)]));
    expect(made.shares).toMatchObject([{ payee: blocked.address, amount, outcome: "credited" }]);
    return { ...blocked, purpose: made.purpose, block: made.block };
  };

  test("a payee who cannot be paid is credited, delays nobody, and is paid once they can be", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    const [blocked, poet] = [await person(), await person()];
    await setPayable(blocked.address, false);
    await fund(payer.address, 100n);
    const paid = payment([part(blocked.address, 60n), part(poet.address, 40n)]);
    const { shares } = await rail.pay(payer.signer, paid);
    expect(shares.map(({ outcome }) => outcome)).toEqual(["credited", "paid"]);
    expect(await rail.credit(blocked.address, currency)).toBe(60n);
    const wish = { payee: blocked.address, currency };
    await expect(rail.claimFor(carrier.signer, wish)).rejects.toMatchObject({
      code: "payout-refused",
    });
    await setPayable(blocked.address, true);
    const claimed = await rail.claimFor(carrier.signer, wish);
    expect(claimed).toMatchObject({ ...wish, to: blocked.address, amount: 60n });
    expect(await rail.received(blocked.address, currency)).toBe(60n);
    await expect(rail.claimFor(carrier.signer, wish)).rejects.toMatchObject({
      reason: "NothingToClaim",
    });
  });

  test("a payee redirects a credit by signature: once, to the account that they named", async () => {
    const { rail, carrier, currency, now } = fixture();
    const [blocked, other] = [await credited(25n), await person()];
    const wish = { payee: blocked.address, currency, to: other.address };
    const signed = await rail.signClaim(blocked.key, { ...wish, deadline: (await now()) + 600 });
    const carried = parseSignedClaim(JSON.parse(JSON.stringify(signed)));
    verifySignedClaim(carried, { now: await now(), place: rail, nonce: 0 });
    const stolen = { ...carried, to: carrier.address };
    await expect(rail.submitClaim(carrier.signer, stolen)).rejects.toMatchObject({
      reason: "SignatureInvalid",
    });
    expect(await rail.submitClaim(carrier.signer, carried)).toMatchObject({ ...wish, amount: 25n });
    expect(await rail.received(other.address, currency)).toBe(25n);
    await expect(rail.submitClaim(carrier.signer, carried)).rejects.toMatchObject({
      reason: "NonceInvalid",
    });
    const elsewhere = { ...carried, place: carrier.address };
    await expect(rail.submitClaim(carrier.signer, elsewhere)).rejects.toThrow(InvalidClaimError);
  });

  test("a payee with gas claims to any account", async () => {
    const { rail, carrier, payer, currency, fund, setPayable } = fixture();
    const other = await person();
    await setPayable(carrier.address, false);
    await fund(payer.address, 5n);
    await rail.pay(payer.signer, payment([part(carrier.address, 5n)]));
    await expect(rail.claim(carrier.signer, { currency })).rejects.toMatchObject({
      code: "payout-refused",
    });
    const claimed = await rail.claim(carrier.signer, { currency, to: other.address });
    expect(claimed).toMatchObject({ payee: carrier.address, to: other.address, amount: 5n });
  });

  // --- giving back

  test("who was paid gives it back to who had paid", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    await setPayable(carrier.address, true);
    await fund(payer.address, 80n);
    const had = await rail.spendable(payer.address, currency);
    await rail.pay(payer.signer, payment([part(carrier.address, 80n)]));
    const back = payment([part(payer.address, 80n)], carrier.address);
    expect(await rail.refund(carrier.signer, back)).toMatchObject({ isRefund: true, amount: 80n });
    expect(await rail.spendable(payer.address, currency)).toBe(had);
  });

  // --- what was told

  test("all that a payee ever got is found, and all of one purpose, and all of one payer", async () => {
    const { rail, payer, carrier, currency, fund, setPayable } = fixture();
    const { address: payee, purpose, block, key } = await credited(9n);
    await setPayable(payee, true);
    await rail.claimFor(carrier.signer, { payee, currency });
    const [buyer, poet] = [await person(), await person()];
    await fund(payer.address, 6n);
    const both = [part(payee, 4n), part(poet.address, 2n)];
    const second = await rail.pay(payer.signer, payment(both));
    await fund(buyer.address, 1n);
    const others = payment([part(poet.address, 1n)], buyer.address);
    await rail.pay(carrier.signer, others, await word(buyer.key, others, 1n));
    const fromBlock = block;
    const got = await collect(rail.records({ payee, fromBlock }));
    expect(got).toMatchObject([
      { kind: "share", purpose, payee, currency, amount: 9n, outcome: "credited" },
      { kind: "claim", payee, currency, to: payee, amount: 9n },
      { kind: "share", purpose: second.purpose, payee, amount: 4n, outcome: "paid" },
    ]);
    const ofPurpose = await collect(rail.records({ purpose: second.purpose, fromBlock }));
    const { shares, gasUsed: _, ...whole } = second;
    expect(ofPurpose).toEqual([...shares, whole]);
    const ofPayer = await collect(rail.records({ payer: payer.address, fromBlock }));
    expect(ofPayer).toMatchObject([{ purpose }, { purpose: second.purpose, amount: 6n }]);
    const early = { payee, fromBlock, toBlock: fromBlock };
    expect(await collect(rail.records(early))).toHaveLength(1);
    expect(address(key.address)).toBe(payee);
  });
}
