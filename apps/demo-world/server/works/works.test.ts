import { creatorCollectionAbi } from "@ryugu/contracts";
import { readMetadata } from "@ryugu/sdk/asset";
import { signedOrderToJson } from "@ryugu/sdk/market";
import { creditOf, readSplit } from "@ryugu/sdk/payout";
import { type Address, address } from "@ryugu/sdk/primitives";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { Contract, hexlify, randomBytes } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workAnswer } from "../../src/sim/protocol/http.ts";
import { readPlatform } from "../../src/sim/protocol/platform.ts";
import { startTradeWorld, type TradeWorld } from "../../test/support/trade-world.ts";
import type { Trader } from "../../test/support/trader.ts";
import { describePlatform } from "../offers/describe-platform.ts";
import { PLATFORM_PLANS } from "../offers/platform-words.ts";

const YEN = 10n ** 18n;

let world: TradeWorld;
beforeAll(async () => {
  world = await startTradeWorld();
});
afterAll(() => world.stop());

async function workOf(maker: Trader, payees: Address[] = [maker.address]) {
  const last = 10_000 - 3_000 * (payees.length - 1);
  return {
    key: hexlify(randomBytes(32)),
    title: "波の音",
    about: "",
    picture: await maker.bring(),
    creators: payees.map((account, i) => ({
      ...{ name: `Creator ${i}`, account },
      basisPoints: i === payees.length - 1 ? last : 3_000,
    })),
  };
}
const artworks = () => world.server().trade.artworks();
const collectionAt = (at: string) => new Contract(at, creatorCollectionAbi, world.chain.provider);

test("a work is made, hangs, is sold to somebody without gas, and pays all who made it", async () => {
  const [maker, buyer] = [await world.trader(), await world.trader()];
  const [second, third] = [createKeyWallet().address, createKeyWallet().address];
  const work = await workOf(maker, [second, third, maker.address]);
  const answer = await maker.post("/works", work);
  expect(answer.status).toBe(201);
  const made = workAnswer.parse(answer.body);
  expect(made).toMatchObject({ tokenId: "1", spot: "4" });

  const collection = collectionAt(made.collection);
  expect(await collection.getFunction("ownerOf")(1n)).toBe(maker.address);
  expect(await collection.getFunction("owner")()).toBe(maker.address);
  expect(await collection.getFunction("name")()).toBe("波の音");
  expect([...(await collection.getFunction("royaltyInfo")(1n, 10_000n))]).toEqual([
    made.split,
    500n,
  ]);
  const { provider, id: chain } = world.chain;
  const { splits, rail, yen } = world.marketplace;
  const split = { chain, address: address(made.split), provider };
  expect((await readSplit(split, splits)).shares).toEqual([
    { payee: second, weight: 3_000, nested: false },
    { payee: third, weight: 3_000, nested: false },
    { payee: maker.address, weight: 4_000, nested: false },
  ]);

  const uri: string = await collection.getFunction("tokenURI")(1n);
  const metadata = await (await world.server().http.ask(uri.replace("ipfs://", "/ipfs/"))).text();
  const { findings } = readMetadata(metadata);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(JSON.parse(metadata)).toMatchObject({
    name: "波の音",
    properties: { split: `${chain}:${made.split}` },
    ryugu: { licence: { spdx: "LicenseRef-All-Rights-Reserved" } },
  });

  expect(artworks()).toMatchObject([
    {
      spot: "4",
      title: { en: "波の音", ja: "波の音" },
      image: work.picture,
      sale: { order: null },
    },
  ]);
  const goods = { collection: address(made.collection), tokenId: 1n };
  const order = await maker.offer({ ...goods, payee: address(made.split) });
  await maker.post("/orders", signedOrderToJson(order));
  expect(artworks()[0]?.sale?.order).toEqual(signedOrderToJson(order));
  const place = { slug: "garan", partner: "P", chain, publicUrl: "http://localhost" } as const;
  const plain = describePlatform(place, PLATFORM_PLANS.garan, undefined);
  const told = { ...plain, gallery: { artworks: artworks() } };
  expect(readPlatform(JSON.stringify(told))).toEqual(told);

  await world.setBlocked(third, true);
  await world.fund(buyer.address, 12_000n * YEN);
  expect((await buyer.post("/purchases", await buyer.purchase(order))).status).toBe(200);
  expect(await collection.getFunction("ownerOf")(1n)).toBe(buyer.address);
  expect(await world.balanceOf(second)).toBe(3_600n * YEN);
  expect(await world.balanceOf(maker.address)).toBe(4_800n * YEN);
  expect(await creditOf({ ...split, address: rail }, third, yen)).toBe(3_600n * YEN);
  await expect.poll(() => artworks()[0]?.sale?.order).toBeNull();
});

test("the same request makes one work, however often and at once it comes, and survives a restart", async () => {
  const maker = await world.trader();
  const work = await workOf(maker);
  const answers = await Promise.all([1, 2, 3].map(() => maker.post("/works", work)));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  await world.restart();
  expect((await maker.post("/works", work)).body).toEqual(answers[0]?.body);
  const made = workAnswer.parse(answers[0]?.body);
  expect(await collectionAt(made.collection).getFunction("totalMinted")()).toBe(1n);
  const another = await maker.post("/works", { ...work, title: "Another" });
  expect(another.body.error).toMatchObject({ code: "work-refused", reason: "key" });
  const stranger = await world.trader();
  const theirs = workAnswer.parse((await stranger.post("/works", work)).body);
  expect(theirs.collection).not.toBe(made.collection);
});

test("what cannot be made is refused before anything is sent", async () => {
  const maker = await world.trader();
  const work = await workOf(maker);
  const { provider } = world.chain;
  const operator = world.server().operator.address;
  const before = await provider.getTransactionCount(operator);
  const creators = (account: string) => ({
    creators: [{ name: "a", account, basisPoints: 10_000 }],
  });
  const refusal = async (change: object) =>
    (await maker.post("/works", { ...work, ...change })).body.error;
  const { rail, splits, market, yen } = world.marketplace;
  for (const account of [rail, splits, market, yen]) {
    expect(await refusal(creators(account))).toMatchObject({ reason: "payee" });
  }
  const unknown = `bafkrei${"a".repeat(52)}`;
  expect(await refusal({ picture: unknown })).toMatchObject({ reason: "picture" });
  expect(await refusal({ title: "\u200b" })).toMatchObject({ reason: "title" });
  expect((await maker.post("/works", {})).status).toBe(400);
  expect((await world.server().http.post("/works", work)).status).toBe(401);
  expect(await provider.getTransactionCount(operator)).toBe(before);
});

test("the wall has six spots: what was sold gives way, then what nobody can buy for an hour", async () => {
  const maker = await world.trader();
  const sell = async (spot: string) => {
    const { body } = await maker.post("/works", await workOf(maker));
    expect(body.spot).toBe(spot);
    const goods = { collection: address(body.collection), tokenId: 1n };
    await maker.post("/orders", signedOrderToJson(await maker.offer(goods)));
  };
  const taken = artworks().map(({ spot }) => spot);
  expect(taken).toEqual(["4", "5", "6"]);
  for (const spot of ["7", "8", "9"]) await sell(spot);
  // The work of the first test was sold; those of the second are not offered, but not for an hour yet.
  await sell("4");
  const full = await maker.post("/works", await workOf(maker));
  expect(full.body.error).toMatchObject({ code: "work-refused", reason: "full" });
  world.server().http.pass(3_600_000);
  await sell("5");
  expect(artworks()).toHaveLength(6);
  expect(new Set(artworks().map(({ spot }) => spot)).size).toBe(6);
});

test("one person makes eight works a day", async () => {
  const maker = await world.trader();
  const reasons = [];
  for (let i = 0; i < 9; i++) {
    world.server().http.pass(3_600_000);
    const { body } = await maker.post("/works", await workOf(maker));
    reasons.push(body.error?.reason);
  }
  expect(reasons.slice(0, 8)).toEqual(Array(8).fill(undefined));
  expect(reasons[8]).toBe("often");
});
