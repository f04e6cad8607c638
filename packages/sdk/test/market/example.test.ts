import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Market,
  type PaidSale,
  type SignedOrder,
  type SignedPurchase,
  signedOrderToJson,
} from "../../src/market/index.ts";
import { createKeyWallet, type Wallet } from "../../src/wallet/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { buildSaleWorld, type SaleWorld } from "./sale-world.ts";

/** What `examples/buy-without-gas` exports; examples are compiled on their own. */
interface Example {
  signFor(m: Market, told: unknown, buyer: Wallet, now: number): Promise<SignedPurchase>;
  sponsor(
    m: Market,
    s: unknown,
    o: SignedOrder,
    sent: { body: unknown; now: number },
  ): Promise<PaidSale>;
  watch(m: Market, o: SignedOrder, fromBlock?: number): AsyncGenerator<string>;
}

let chain: TestChain;
let world: SaleWorld;

beforeAll(async () => {
  chain = await startChain(31_391);
  world = await buildSaleWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

test("the example sells to a person without gas and says who got what", async () => {
  const path = "../../../../examples/buy-without-gas/buy-without-gas.ts";
  const example: Example = await import(new URL(path, import.meta.url).href);
  const { market, seller, singer, gallery, collection, erc20 } = world;
  const payee = await world.makeSplit([
    [seller.address, 7],
    [gallery.address, 3],
  ]);
  const order = await market.offer(seller.signer, {
    ...{ collection, tokenId: await world.mint(), payee },
    ...{ rail: erc20.rail, currency: erc20.currency, price: 12_000n * 10n ** 18n },
  });
  const buyer = createKeyWallet();
  await erc20.fund(buyer.address, order.price);
  const fromBlock = await chain.provider.getBlockNumber();
  const now = await world.now();
  const told = JSON.parse(JSON.stringify(signedOrderToJson(order)));
  const signed = await example.signFor(market, told, buyer, now);
  const body = JSON.parse(JSON.stringify(signed));
  await example.sponsor(market, world.sponsor.signer, order, { body, now: now + 1 });
  const lines: string[] = [];
  for await (const line of example.watch(market, order, fromBlock)) lines.push(line);
  expect(lines).toEqual([
    `${singer.address} paid ¥1,200`,
    `${seller.address} paid ¥7,560`,
    `${gallery.address} paid ¥3,240`,
  ]);
  expect(await world.ownerOf(order.tokenId)).toBe(buyer.address);
});
