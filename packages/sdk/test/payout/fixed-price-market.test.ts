import { JsonRpcProvider, Wallet } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CurrencyUnsupportedError,
  fixedPriceMarket,
  InvalidListingError,
  MarketChainError,
  MarketUnavailableError,
} from "../../src/payout/index.ts";
import {
  type MarketplaceFixture,
  marketplaceContract,
} from "../../src/payout/marketplace.contract.ts";
import { address, bytes32, chainId } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { deployMarketWorld } from "../chain/market-world.ts";

const CHAIN = 31_390;
const UNKNOWN = bytes32(`0x${"22".repeat(32)}`);
let chain: TestChain;
let world: MarketplaceFixture;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await deployMarketWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

describe("the market's contract is a marketplace", () => {
  marketplaceContract(() => world);
});

const terms = async () => ({
  collection: world.collection,
  tokenId: await world.mintToken(world.seller.address),
  currency: world.currency,
  price: 1_000n,
  shares: [{ payee: world.artist.address, basisPoints: 10_000 }],
});

test("a currency tells the names that it is signed under", async () => {
  expect(await world.market.currency(world.currency)).toEqual({
    chain: chainId(CHAIN),
    address: world.currency,
    name: "Test Yen",
    version: "1",
    symbol: "tJPY",
    decimals: 18,
  });
});

test("what is no currency of ERC-3009 cannot be paid by signature", async () => {
  await expect(world.market.currency(world.collection)).rejects.toThrow(CurrencyUnsupportedError);
  await expect(world.market.currency(world.buyer.address)).rejects.toThrow(
    CurrencyUnsupportedError,
  );
});

test("terms that the chain would refuse are refused before it is asked", async () => {
  const wrong = { ...(await terms()), price: 0n };
  await expect(world.market.list(world.seller.signer, wrong)).rejects.toThrow(InvalidListingError);
});

test("a signer without gas is told so", async () => {
  const poor = Wallet.createRandom(chain.provider);
  const tokenId = await world.mintToken(address(poor.address));
  await expect(world.market.list(poor, { ...(await terms()), tokenId })).rejects.toMatchObject({
    code: "market-refused",
    shortMessage: "The signer cannot pay for the transaction's gas.",
  });
});

test("a signer on another chain signs nothing", async () => {
  const elsewhere = new JsonRpcProvider("http://127.0.0.1:1", 5, { staticNetwork: true });
  const signer = Wallet.createRandom(elsewhere);
  await expect(world.market.list(signer, await terms())).rejects.toThrow(MarketChainError);
  await expect(world.market.cancel(Wallet.createRandom(), UNKNOWN)).rejects.toThrow(
    MarketChainError,
  );
  elsewhere.destroy();
});

test("a chain that cannot be asked is no answer, and following asks it again", async () => {
  const listing = await world.market.list(world.seller.signer, await terms());
  const dead = new JsonRpcProvider("http://127.0.0.1:1", CHAIN, { staticNetwork: true });
  const market = fixedPriceMarket({ ...world.market, provider: dead });
  await expect(market.listing(listing.id)).rejects.toThrow(MarketUnavailableError);
  let waits = 0;
  const stop = new AbortController();
  const following = market.payments(listing.id, {
    signal: stop.signal,
    wait: async () => {
      waits += 1;
      if (waits === 3) stop.abort(new Error("enough"));
    },
  });
  await expect(following.next()).rejects.toThrow("enough");
  expect(waits).toBe(3);
  dead.destroy();
});
