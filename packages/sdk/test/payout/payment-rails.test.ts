import { testYenAbi } from "@ryugu/contracts";
import { Contract, hexlify, JsonRpcProvider, randomBytes, Wallet } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createSplit,
  erc20Rail,
  PayoutChainError,
  PayoutUnavailableError,
  type PrepaidRail,
  prepaidRail,
  signPayment,
} from "../../src/payout/index.ts";
import {
  type PaymentRailFixture,
  paymentRailContract,
} from "../../src/payout/rail/payment-rail.contract.ts";
import { address, bytes32 } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deployPayoutWorld, type PayoutWorld, type Person } from "../chain/payout-world.ts";

const CHAIN = 31_394;
let chain: TestChain;
let world: PayoutWorld;
let ledger: PrepaidRail;
let payer: Person;
let carrier: Person;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await deployPayoutWorld(chain);
  ledger = prepaidRail(world.ledger);
  [payer, carrier] = await Promise.all([world.person(1), world.person(2)]);
  for (const { address: account } of [payer, carrier]) {
    await ledger.setStatus(world.issuer.signer, account, "open");
  }
});

afterAll(async () => {
  await chain?.stop();
});

const random = () => bytes32(hexlify(randomBytes(32)));
const common = () => ({
  ...{ payer, carrier },
  makeSplit: async (shares: Parameters<PaymentRailFixture["makeSplit"]>[0]) =>
    (await createSplit(world.factory, world.issuer.signer, { shares })).address,
  now: world.now,
});

describe("an ERC-20's rail", () => {
  paymentRailContract(() => ({
    ...common(),
    rail: erc20Rail(world.erc20),
    currency: world.yen,
    fund: world.mint,
    setPayable: (account, payable) => world.setBlocked(account, !payable),
  }));

  test("is allowed exactly what is paid", async () => {
    const rail = erc20Rail(world.erc20);
    await world.mint(payer.address, 10n);
    const parts = [{ payee: carrier.address, amount: 10n, nested: false }];
    const paid = { payer: payer.address, currency: world.yen, purpose: random(), parts };
    await world.setBlocked(carrier.address, false);
    await rail.pay(payer.signer, paid);
    const yen = new Contract(world.yen, testYenAbi, chain.provider);
    expect(await yen.getFunction("allowance")(payer.address, rail.address)).toBe(0n);
  });

  test("is paid by a word that it checks itself, where the payer has allowed it the sum", async () => {
    const rail = erc20Rail(world.erc20);
    const yen = new Contract(world.yen, testYenAbi, payer.signer);
    await world.mint(payer.address, 20n);
    await (await yen.getFunction("approve")(rail.address, 20n)).wait();
    const payee = address(Wallet.createRandom().address);
    const parts = [{ payee, amount: 20n, nested: false }];
    const paid = { payer: payer.address, currency: world.yen, purpose: random(), parts };
    const request = {
      ...{ chain: rail.chain, rail: rail.address, payer: payer.address, purpose: paid.purpose },
      ...{ currency: await rail.currency(world.yen), caller: carrier.address, amount: 20n },
      ...{ salt: random(), validBefore: (await world.now()) + 600 },
    };
    const word = await signPayment(payer.signer, request, "rail");
    expect(await rail.isSaltUsed(payer.address, word.salt)).toBe(false);
    await rail.pay(carrier.signer, paid, word);
    expect(await rail.isSaltUsed(payer.address, word.salt)).toBe(true);
    expect(await rail.received(payee, world.yen)).toBe(20n);
    await expect(rail.pay(carrier.signer, paid, word)).rejects.toMatchObject({
      reason: "SaltUsed",
    });
  });

  test("is not asked by a signer elsewhere, nor by a dead endpoint", async () => {
    const dead = new JsonRpcProvider("http://127.0.0.1:1", CHAIN, { staticNetwork: true });
    const rail = erc20Rail({ ...world.erc20, provider: dead });
    await expect(rail.credit(payer.address, world.yen)).rejects.toThrow(PayoutUnavailableError);
    await expect(rail.currency(world.yen)).rejects.toThrow(PayoutUnavailableError);
    await expect(rail.records({ payer: payer.address, fromBlock: 0 }).next()).rejects.toThrow(
      PayoutUnavailableError,
    );
    await expect(rail.voidSalt(Wallet.createRandom(), random())).rejects.toThrow(PayoutChainError);
    dead.destroy();
  });
});

describe("a ledger of prepaid yen", () => {
  const fund = async (account: PayoutWorld["yen"], amount: bigint) => {
    await ledger.topUp(world.issuer.signer, { account, amount, funding: random() });
  };

  paymentRailContract(() => ({
    ...common(),
    rail: ledger,
    currency: ledger.address,
    fund,
    async setPayable(account, payable) {
      await ledger.setStatus(world.issuer.signer, account, payable ? "open" : "frozen");
    },
  }));

  test("tells money to spend from money received, and settles the latter by the bank", async () => {
    const { issuer } = world;
    const outstanding = await ledger.outstanding();
    const seller = await world.person(3);
    expect(await ledger.account(seller.address)).toEqual({
      status: "none",
      spendable: 0n,
      received: 0n,
    });
    await ledger.setStatus(issuer.signer, seller.address, "open");
    await fund(payer.address, 1_000n);
    expect(await ledger.outstanding()).toBe(outstanding + 1_000n);
    await ledger.pay(payer.signer, {
      ...{ payer: payer.address, currency: ledger.address, purpose: random() },
      parts: [{ payee: seller.address, amount: 1_000n, nested: false }],
    });
    expect(await ledger.account(seller.address)).toEqual({
      status: "open",
      spendable: 0n,
      received: 1_000n,
    });
    const first = await ledger.requestSettlement(seller.signer, 400n);
    expect(await ledger.settlement(first.id)).toEqual(first);
    await ledger.confirmSettlement(issuer.signer, first.id, random());
    expect(await ledger.settlement(first.id)).toBeUndefined();
    expect(await ledger.outstanding()).toBe(outstanding + 600n);
    const second = await ledger.requestSettlement(seller.signer, 600n);
    await ledger.refuseSettlement(issuer.signer, second.id, random());
    expect((await ledger.account(seller.address)).received).toBe(600n);
    await expect(
      ledger.confirmSettlement(issuer.signer, second.id, random()),
    ).rejects.toMatchObject({ reason: "SettlementUnknown" });
    await expect(ledger.requestSettlement(seller.signer, 601n)).rejects.toMatchObject({
      reason: "BalanceTooLow",
    });
  });

  test("books a deposit once, up to the limit, and for its issuer only", async () => {
    const deposit = { account: payer.address, amount: 1n, funding: random() };
    await ledger.topUp(world.issuer.signer, deposit);
    await expect(ledger.topUp(world.issuer.signer, deposit)).rejects.toMatchObject({
      reason: "FundingUsed",
    });
    const tooMuch = { ...deposit, funding: random(), amount: await ledger.holdingLimit() };
    await expect(ledger.topUp(world.issuer.signer, tooMuch)).rejects.toMatchObject({
      reason: "HoldingTooHigh",
    });
    await expect(
      ledger.topUp(carrier.signer, { ...deposit, funding: random() }),
    ).rejects.toMatchObject({ reason: "OwnableUnauthorizedAccount" });
  });

  test("carries its own yen only", async () => {
    await expect(ledger.spendable(payer.address, world.yen)).rejects.toMatchObject({
      code: "currency-unsupported",
    });
    expect(await ledger.currency(address(ledger.address))).toMatchObject({ decimals: 0 });
  });
});
