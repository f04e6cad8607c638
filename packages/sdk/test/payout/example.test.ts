import { afterAll, beforeAll, expect, test } from "vitest";
import type { Listing, Marketplace, PaidSale, SignedPurchase } from "../../src/payout/index.ts";
import type { MarketplaceFixture } from "../../src/payout/marketplace.contract.ts";
import { createKeyWallet, type Wallet } from "../../src/wallet/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deployMarketWorld } from "../chain/market-world.ts";

/** What `examples/buy-without-gas` exports; examples are compiled on their own. */
interface Example {
  signFor(m: Marketplace, l: Listing, buyer: Wallet, now: number): Promise<SignedPurchase>;
  sponsor(m: Marketplace, s: unknown, body: unknown, now: number): Promise<PaidSale>;
  watch(m: Marketplace, l: Listing): AsyncGenerator<string>;
}

let chain: TestChain;
let world: MarketplaceFixture;

beforeAll(async () => {
  chain = await startChain(31_391);
  world = await deployMarketWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

test("the example sells to a person without gas and says who got what", async () => {
  const path = "../../../../examples/buy-without-gas/buy-without-gas.ts";
  const example: Example = await import(new URL(path, import.meta.url).href);
  const { market, seller, artist, poet, collection, currency } = world;
  const listing = await market.list(seller.signer, {
    collection,
    tokenId: await world.mintToken(seller.address),
    currency,
    price: 12_000n * 10n ** 18n,
    shares: [
      { payee: artist.address, basisPoints: 7_000 },
      { payee: poet.address, basisPoints: 3_000 },
    ],
  });
  const buyer = createKeyWallet();
  await world.mintMoney(buyer.address, listing.price);
  const now = await world.now();
  const signed = await example.signFor(market, listing, buyer, now);
  await example.sponsor(market, world.sponsor.signer, JSON.parse(JSON.stringify(signed)), now + 1);
  const lines: string[] = [];
  for await (const line of example.watch(market, listing)) lines.push(line);
  expect(lines).toEqual([`${artist.address} paid ¥8,400`, `${poet.address} paid ¥3,600`]);
  expect(await world.ownerOf(listing.tokenId)).toBe(buyer.address);
});
