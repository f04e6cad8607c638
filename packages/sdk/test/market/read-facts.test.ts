import { afterAll, beforeAll, expect, test } from "vitest";
import { zoneId } from "../../src/lane/index.ts";
import { readFacts } from "../../src/market/index.ts";
import { chainTotals, deriveStatement, reconcile } from "../../src/payout/statement/index.ts";
import { chainId } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
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

  const period = { from: "2020-01-01", to: "2100-01-01" };
  const price = { kind: "par" as const };
  const money = { chain: chainId(CHAIN), address: currency, symbol: "JPY", decimals: 0, price };
  const statements = [seller, gallery, singer].map(({ address }) =>
    deriveStatement(facts, {
      ...{ zoneId: zoneId("ryugu-test"), creator: { accounts: [address] }, period },
      currencies: [money],
    }),
  );
  expect(reconcile(statements, chainTotals(facts, period))).toMatchObject({
    isExact: true,
    payments: 1,
  });
});

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
