import { marketAbi } from "@ryugu/contracts";
import { Interface, toBeHex } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zoneId } from "../../src/lane/index.ts";
import {
  readFacts,
  type SignedOrder,
  type SignedPurchase,
  signPurchase,
} from "../../src/market/index.ts";
import { orderStruct } from "../../src/market/order-struct.ts";
import { chainTotals, deriveStatement, reconcile } from "../../src/payout/statement/index.ts";
import { type Address, bytes32, chainId } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { callsInOneTransaction } from "../chain/many-calls.ts";
import { buildSaleWorld, type SaleWorld } from "./sale-world.ts";

const CHAIN = 31_396;
const PRICE = 10_001n;
let chain: TestChain;
let world: SaleWorld;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await buildSaleWorld(chain);
});
afterAll(async () => {
  await chain?.stop();
});

const PERIOD = { from: "2020-01-01", to: "2100-01-01" };

type Facts = Awaited<ReturnType<typeof read>>;

function statementOf(facts: Facts, account: Address) {
  const price = { kind: "par" as const };
  const money = { chain: chainId(CHAIN), symbol: "JPY", decimals: 0, price };
  return deriveStatement(facts, {
    ...{ zoneId: zoneId("ryugu-test"), creator: { accounts: [account] }, period: PERIOD },
    currencies: [{ ...money, address: world.erc20.currency }],
  });
}

const read = () =>
  readFacts({
    chains: [
      {
        ...{ id: chainId(CHAIN), provider: chain.provider, fromBlock: 0 },
        ...{ markets: [world.market.address], rails: [world.erc20.rail, world.prepaid.rail] },
        splitFactories: [world.splits],
      },
    ],
  });

test("sales, shares and ways are told as they were, and statements of them account for every unit", async () => {
  const { market, erc20, seller, buyer, singer, gallery, collection, makeSplit } = world;
  await erc20.fund(buyer.address, 10n * PRICE);
  const split = await makeSplit([
    [gallery.address, 2],
    [singer.address, 1],
  ]);
  const { rail, currency } = erc20;
  const terms = { collection, rail, currency, price: PRICE, payee: split };
  const order = await market.offer(seller.signer, { ...terms, tokenId: await world.mint() });
  await erc20.setBlocked(gallery.address, true);
  await market.buy(buyer.signer, order);
  const facts = await read();

  const royalty = PRICE / 10n;
  const rest = PRICE - royalty;
  expect(facts.sales).toMatchObject([{ price: PRICE, royalty, fee: 0n, seller: seller.address }]);
  const [sale] = facts.sales;
  const told = facts.shares.map(({ payee, amount, role, via, isCredited }) => ({
    ...{ payee, amount, role, via, isCredited },
  }));
  const toGallery = (rest * 2n) / 3n;
  expect(told).toEqual([
    { payee: singer.address, amount: royalty, role: "royalty", via: [], isCredited: false },
    { payee: gallery.address, amount: toGallery, role: "proceeds", via: [split], isCredited: true },
    {
      payee: singer.address,
      amount: rest - toGallery,
      role: "proceeds",
      via: [split],
      isCredited: false,
    },
  ]);
  expect(facts.shares.every(({ reference }) => reference === sale?.reference)).toBe(true);

  const statements = [seller, gallery, singer].map(({ address }) => statementOf(facts, address));
  expect(reconcile(statements, chainTotals(facts, PERIOD))).toMatchObject({
    isExact: true,
    payments: 1,
  });
});

test("the same bought twice in one transaction is two sales, each with its own shares", async () => {
  const { market, art, erc20, seller, buyer, sponsor, singer, collection, makeSplit } = world;
  await (await art.getFunction("setMarket")(market.address, true)).wait();
  await erc20.fund(buyer.address, 2n * PRICE);
  const { rail, currency } = erc20;
  const payee = await makeSplit([
    [sponsor.address, 2],
    [singer.address, 1],
  ]);
  const terms = { kind: "voucher" as const, uri: "print.json", quantity: 2, price: PRICE };
  const order = await market.offer(seller.signer, { ...terms, collection, rail, currency, payee });
  const calls = await Promise.all(
    [1, 2].map(async (salt) => ({
      to: market.address,
      data: purchaseCall(order, await signedBy(order, salt)),
    })),
  );
  const sent = await sponsor.signer.sendTransaction({ data: callsInOneTransaction(calls) });
  await sent.wait();

  const facts = await read();
  const isHere = ({ transaction }: { transaction: string }) => transaction === sent.hash;
  const sales = facts.sales.filter(isHere);
  expect(sales).toMatchObject([{ price: PRICE }, { price: PRICE }]);
  expect(new Set(sales.map(({ reference }) => reference)).size).toBe(1);
  expect(new Set(sales.map(({ tokenId }) => tokenId)).size).toBe(2);
  const third = PRICE - (PRICE * 2n) / 3n;
  const lines = statementOf(facts, singer.address).lines.filter(isHere);
  expect(lines).toMatchObject([
    { kind: "sale", gross: { units: `${PRICE}` }, share: { units: `${third}` } },
    { kind: "sale", gross: { units: `${PRICE}` }, share: { units: `${third}` } },
  ]);
  expect(new Set(lines.map(({ logIndex }) => logIndex)).size).toBe(2);
  const payees = [seller, sponsor, singer, world.gallery];
  const statements = payees.map(({ address }) => statementOf(facts, address));
  expect(reconcile(statements, chainTotals(facts, PERIOD))).toMatchObject({
    isExact: true,
    payments: 3,
  });
});

/** A purchase of one: the same each time, but for its payment's salt. */
async function signedBy(order: SignedOrder, salt: number): Promise<SignedPurchase> {
  const { market, buyer, now } = world;
  return await signPurchase(buyer.signer, {
    ...{ order, buyer: buyer.address, recipient: buyer.address, count: 1 },
    currency: await market.currencyOf(order),
    salt: bytes32(toBeHex(salt, 32)),
    validBefore: (await now()) + 900,
  });
}

const BY_CURRENCY = 1;

function purchaseCall(order: SignedOrder, signed: SignedPurchase): string {
  const { buyer, recipient, count, authorization } = signed;
  const payment = { ...authorization, agreement: BY_CURRENCY };
  const args = [orderStruct(order), order.signature, { buyer, recipient, count }, payment];
  return new Interface(marketAbi).encodeFunctionData("buy", args);
}

test("markets and rails that were not named tell nothing", async () => {
  const facts = await readFacts({
    chains: [
      {
        ...{ id: chainId(CHAIN), provider: chain.provider, fromBlock: 0 },
        ...{ markets: [], rails: [], splitFactories: [] },
      },
    ],
  });
  expect(facts).toMatchObject({ sales: [], shares: [], batches: [], refunds: [], claims: [] });
  expect(facts.chains).toMatchObject([{ fromBlock: 0 }]);
});
