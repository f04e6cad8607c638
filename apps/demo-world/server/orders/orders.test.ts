import {
  orderHash,
  orderMarket,
  type SignedOrder,
  signedOrderToJson,
  signOrder,
} from "@ryugu/sdk/market";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { orderAnswer, ordersAnswer, purchaseAnswer } from "../../src/sim/protocol/http.ts";
import { startTradeWorld, type TradeWorld } from "../../test/support/trade-world.ts";
import type { Trader } from "../../test/support/trader.ts";

const YEN = 10n ** 18n;

let world: TradeWorld;
let seller: Trader;
let buyer: Trader;

beforeAll(async () => {
  world = await startTradeWorld();
  [seller, buyer] = [await world.trader(), await world.trader()];
  await world.fund(buyer.address, 1_000_000n * YEN);
});
afterAll(() => world.stop());

const put = (who: Trader, order: SignedOrder) => who.post("/orders", signedOrderToJson(order));
async function offered(who: Trader): Promise<SignedOrder> {
  const tokenId = await world.mint(who.address);
  return await who.offer({ collection: world.collection, tokenId });
}
async function listed(): Promise<string[]> {
  const { orders } = ordersAnswer.parse((await buyer.ask("/orders")).body);
  return orders.map(({ salt }) => String(salt));
}

test("what somebody offers is on the board, is bought without gas, and is gone from the board", async () => {
  const [first, second] = [await offered(seller), await offered(seller)];
  for (const order of [first, second]) {
    const answer = await put(seller, order);
    expect(answer.status).toBe(201);
    expect(orderAnswer.parse(answer.body).id).toBe(orderHash(order));
  }
  expect(await listed()).toEqual([second.salt, first.salt]);

  const signed = await buyer.purchase(first);
  const before = await world.chain.provider.getTransactionCount(buyer.address);
  const [bought, again] = await Promise.all([1, 2].map(() => buyer.post("/purchases", signed)));
  const { transaction } = purchaseAnswer.parse(bought?.body);
  expect(again?.body.transaction).toBe(transaction);
  expect((await buyer.post("/purchases", signed)).body.transaction).toBe(transaction);
  expect(await world.ownerOf(first.collection, first.tokenId)).toBe(buyer.address);
  expect(await world.balanceOf(seller.address)).toBe(12_000n * YEN);
  expect(await world.chain.provider.getTransactionCount(buyer.address)).toBe(before);
  await expect.poll(listed).toEqual([second.salt]);

  const late = await buyer.post("/purchases", await buyer.purchase(first));
  expect(late.body.error).toMatchObject({ code: "purchase-refused", reason: "order" });
});

test("of two who buy the same at once, one gets it, and the other pays nothing", async () => {
  const tokenId = await world.mint(seller.address);
  const order = await seller.offer({ collection: world.collection, tokenId, price: 500n * YEN });
  await put(seller, order);
  const both = [buyer, await world.trader()] as const;
  await world.fund(both[1].address, 500n * YEN);
  const before = await Promise.all(both.map((one) => world.balanceOf(one.address)));
  const signed = await Promise.all(both.map((one) => one.purchase(order)));
  const answers = await Promise.all(both.map((one, i) => one.post("/purchases", signed[i])));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(await world.ownerOf(order.collection, tokenId)).toBe(both[winner]?.address);
  const after = await Promise.all(both.map((one) => world.balanceOf(one.address)));
  const paid = before.map((balance, i) => balance - (after[i] ?? 0n));
  expect(paid[winner]).toBe(500n * YEN);
  expect(paid[1 - winner]).toBe(0n);
});

test("what the chain would not take is refused, with its reason", async () => {
  const tokenId = await world.mint(seller.address);
  const good = await seller.offer({ collection: world.collection, tokenId });
  const reasonOf = async (order: SignedOrder, who = seller) => (await put(who, order)).body.error;
  expect(await reasonOf(good, buyer)).toMatchObject({ code: "order-refused", reason: "seller" });
  const forged = await signOrder(createKeyWallet(), good);
  expect(await reasonOf(forged)).toMatchObject({ reason: "signature" });
  const another = await signOrder(seller.wallet, { ...good, tokenId: 999_999n });
  expect(await reasonOf(another)).toMatchObject({ reason: "stale" });
  const later = await signOrder(seller.wallet, { ...good, validAfter: good.validBefore - 1 });
  expect(await reasonOf(later)).toMatchObject({ reason: "early" });
  const odd = { ...signedOrderToJson(good), validAfter: good.validBefore };
  expect((await seller.post("/orders", odd)).body.error).toMatchObject({ reason: "terms" });
  expect((await seller.post("/orders", { ...odd, price: "x" })).status).toBe(400);

  const market = orderMarket({
    ...{ chain: world.chain.id, address: world.marketplace.market },
    provider: world.chain.provider,
  });
  await market.cancel(seller.signer, good);
  expect(await reasonOf(good)).toMatchObject({ reason: "cancelled" });
});

test("a collection that asks more royalty than the seller grants is told before anybody buys", async () => {
  const creator = await world.trader();
  const { collection, tokenId } = await world.royal(creator.address);
  const order = await creator.offer({ collection, tokenId });
  expect(order.mostRoyalty).toBe(500);
  const stingy = await signOrder(creator.wallet, { ...order, mostRoyalty: 499 });
  expect((await put(creator, stingy)).body.error).toMatchObject({ reason: "royalty" });
  expect((await put(creator, order)).status).toBe(201);
});

test("the newest order of a token takes the older one's place, also where both come at once", async () => {
  const seller = await world.trader();
  const tokenId = await world.mint(seller.address);
  const goods = { collection: world.collection, tokenId };
  const orders = [];
  for (const price of [3n, 2n, 1n])
    orders.push(await seller.offer({ ...goods, price: price * YEN }));
  const [first, ...others] = orders as [SignedOrder, ...SignedOrder[]];
  await put(seller, first);
  const answers = await Promise.all(others.map((order) => put(seller, order)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const salts = await listed();
  expect(salts).not.toContain(first.salt);
  expect(salts.filter((salt) => others.some((order) => order.salt === salt))).toHaveLength(1);
});

test("what moved away, was cancelled or is over leaves the board, and a restart forgets nothing", async () => {
  const seller = await world.trader();
  const [moved, cancelled, kept] = [
    await offered(seller),
    await offered(seller),
    await offered(seller),
  ];
  for (const order of [moved, cancelled, kept]) await put(seller, order);
  const { provider, id } = world.chain;
  const market = orderMarket({ chain: id, address: world.marketplace.market, provider });
  await market.cancel(seller.signer, cancelled);
  const art = world.art.connect(seller.signer);
  await (
    await art.getFunction("transferFrom")(seller.address, buyer.address, moved.tokenId)
  ).wait();
  const left = async () => {
    world.server().http.pass(5_000);
    const salts = await listed();
    return [moved, cancelled, kept].map(({ salt }) => salts.includes(salt));
  };
  await expect.poll(left, { timeout: 10_000, interval: 200 }).toEqual([false, false, true]);
  await world.restart();
  expect(await listed()).toContain(kept.salt);
  world.server().http.pass(31 * 86_400_000);
  expect(await listed()).toEqual([]);
});

test("only who is signed in sells, and anybody looks", async () => {
  const { http } = world.server();
  expect((await http.ask("/orders")).status).toBe(200);
  expect((await http.post("/orders", {})).status).toBe(401);
});
