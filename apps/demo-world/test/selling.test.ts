import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buy,
  chainTime,
  openMarket,
  paymentsOf,
  readOffer,
} from "../src/services/world/gallery.ts";
import { makeWork, newWorkKey, sendPicture } from "../src/services/world/making.ts";
import {
  offerToken,
  postOrder,
  previewSale,
  readOrders,
  takeBack,
} from "../src/services/world/selling.ts";
import { landed, type Share, shareOf } from "../src/sim/market/share.ts";
import { madePng } from "./support/made-picture.ts";
import { startTradeWorld, type TradeWorld } from "./support/trade-world.ts";
import type { Trader } from "./support/trader.ts";

const YEN = 10n ** 18n;
const PRICE = 10_000n * YEN;
/** Two creators besides Aiko; the yen's issuer pays the last of them nothing. */
const REN = `0x${"a1".repeat(20)}`;
const SHIORI = `0x${"b2".repeat(20)}`;

let world: TradeWorld;
let aiko: Trader;
let ben: Trader;
let token: { chain: string; contract: string; id: string };
let split: string;

beforeAll(async () => {
  world = await startTradeWorld();
  [aiko, ben] = [await world.trader(), await world.trader()];
  for (const { address } of [aiko, ben]) await world.fund(address, 100_000n * YEN);
  await world.setBlocked(SHIORI as typeof aiko.address, true);
}, 120_000);
afterAll(() => world?.stop(), 60_000);

const chains = () => ({ provider: () => world.chain.provider });
const platform = () => {
  const { market, rail, splits, yen } = world.chain.money;
  const { url } = world.server().http;
  return { url, chain: world.chain.id, market: { address: market, rail, splits, yen } };
};
const preview = (seller: Trader, price = PRICE) =>
  previewSale(chains(), platform(), { token, price, seller: seller.address, startBlock: 0 });
const amounts = (shares: readonly Share[]) =>
  Object.fromEntries(shares.map(({ payee, amount }) => [payee.toLowerCase(), BigInt(amount)]));

/** Offers as the page does: signed by the seller, put on the board. */
async function offer(seller: Trader, price = PRICE) {
  const { payee } = await preview(seller, price);
  const order = await offerToken(chains(), platform(), seller.signer, { token, price, payee });
  return await postOrder(platform().url, seller.token, order);
}

/** Buys as the page does, and answers the shares as they landed. */
async function buyOne(buyer: Trader): Promise<readonly Share[]> {
  const [first] = await readOrders(platform());
  const market = openMarket(chains(), platform());
  const { splits } = platform().market;
  const found = await readOffer(chains(), { market, splits }, first?.told ?? null);
  if (found === undefined) throw new Error("Nothing is offered.");
  expect(found.isOpen).toBe(true);
  const now = await chainTime(chains(), platform().chain);
  const payments = paymentsOf(market, found.order, AbortSignal.timeout(30_000));
  const seen = (async () => {
    let { shares } = found;
    for await (const payment of payments) shares = landed(shares, payment);
    return shares;
  })();
  const wish = { market, order: found.order, now };
  await buy(platform(), buyer.token, { wallet: buyer.wallet }, wish);
  return await seen;
}

test("a picture becomes a work of Aiko's, with a split for three", async () => {
  const { url } = platform();
  const blob = new Blob([madePng(64, 48, 7)], { type: "image/png" });
  const picture = await sendPicture(url, aiko.token, blob);
  const creators = [
    { name: "Aiko", account: aiko.address, basisPoints: 5_000 },
    { name: "Ren", account: REN, basisPoints: 3_000 },
    { name: "Shiori", account: SHIORI, basisPoints: 2_000 },
  ];
  const request = { key: newWorkKey(), title: "Shoal", about: "", picture, creators };
  const work = await makeWork(url, aiko.token, request);
  // Asked once more, as after a broken connection: the same work.
  expect(await makeWork(url, aiko.token, request)).toEqual(work);
  expect(await world.ownerOf(work.collection, work.tokenId)).toBe(aiko.address);
  token = { chain: world.chain.id, contract: work.collection, id: work.tokenId };
  split = work.split;
}, 60_000);

test("its first sale is all its creators', and who cannot be paid is credited", async () => {
  const told = await preview(aiko);
  expect(told).toMatchObject({ isFirst: true, payee: split });
  expect(amounts(told.shares)).toEqual({
    [aiko.address.toLowerCase()]: 5_000n * YEN,
    [REN]: 3_000n * YEN,
    [SHIORI]: 2_000n * YEN,
  });
  const id = await offer(aiko);
  expect((await readOrders(platform())).map((one) => one.id)).toEqual([id]);
  const shares = await buyOne(ben);
  expect(shareOf(shares, aiko.address)?.outcome).toBe("paid");
  expect(shareOf(shares, REN)?.outcome).toBe("paid");
  expect(shareOf(shares, SHIORI)?.outcome).toBe("credited");
  expect(await world.ownerOf(token.contract, token.id)).toBe(ben.address);
}, 60_000);

test("sold again, a twentieth is the creators' and the rest the seller's", async () => {
  const told = await preview(ben);
  expect(told).toMatchObject({ isFirst: false, payee: ben.address });
  expect(shareOf(told.shares, ben.address)?.amount).toBe(String(9_500n * YEN));
  const royalties = told.shares.filter(({ role }) => role === "royalty");
  expect(amounts(royalties)).toEqual({
    [aiko.address.toLowerCase()]: 250n * YEN,
    [REN]: 150n * YEN,
    [SHIORI]: 100n * YEN,
  });
}, 60_000);

test("what is taken back is off the board, and nobody can buy by it", async () => {
  await offer(ben, 20_000n * YEN);
  const [first] = await readOrders(platform());
  if (first === undefined) throw new Error("Nothing is offered.");
  await takeBack(chains(), platform(), ben.signer, first.told);
  const market = openMarket(chains(), platform());
  const { splits } = platform().market;
  const after = await readOffer(chains(), { market, splits }, first.told);
  expect(after?.isOpen).toBe(false);
  await expect.poll(() => readOrders(platform()), { timeout: 20_000 }).toEqual([]);
  expect((await preview(ben)).isFirst).toBe(false);
}, 60_000);

test("something without creators is all its seller's", async () => {
  const id = await world.mint(ben.address);
  token = { chain: world.chain.id, contract: world.collection, id: `${id}` };
  const told = await preview(ben);
  expect(told.isFirst).toBe(false);
  expect(amounts(told.shares)).toEqual({ [ben.address.toLowerCase()]: PRICE });
}, 60_000);
