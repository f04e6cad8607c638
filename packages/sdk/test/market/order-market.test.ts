import { ContractFactory, hexlify, JsonRpcProvider, randomBytes, Wallet } from "ethers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type OrderTerms,
  orderHash,
  orderMarket,
  parseSignedOrder,
  parseSignedPurchase,
  type SignedOrder,
  signedOrderToJson,
  signPurchase,
  verifyOrder,
  verifyPurchase,
} from "../../src/market/index.ts";
import { type Address, address, bytes32, chainId } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { NarrowProvider } from "../narrow-provider.ts";
import { buildSaleWorld, type Money, type SaleWorld } from "./sale-world.ts";

const CHAIN = 31_395;
const PRICE = 12_000n;
/** A collection that answers every question with 4242, 100 and 1: born on chain 4242, and asking 100 of each sale. */
const FROM_ELSEWHERE = "0x6013600c60003960136000f36110925f526064602052600160405260605ff3";
let chain: TestChain;
let world: SaleWorld;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await buildSaleWorld(chain);
});

afterAll(async () => {
  await chain?.stop();
});

/** What holds however it is paid. */
describe.each(["erc20", "prepaid"] as const)("paid by the %s rail", (kind) => {
  let money: Money;

  beforeEach(async () => {
    money = world[kind];
    const { seller, singer, gallery, buyer } = world;
    for (const { address: account } of [seller, singer, gallery]) await money.fund(account, 0n);
    await money.fund(buyer.address, 10n * PRICE);
  });

  const offer = async (more: Partial<OrderTerms> = {}): Promise<SignedOrder> => {
    const { market, seller, collection, mint } = world;
    const { rail, currency } = money;
    const terms = { collection, rail, currency, price: PRICE, ...more };
    return await market.offer(seller.signer, {
      ...terms,
      tokenId: more.tokenId ?? (more.kind === "voucher" ? 0n : await mint()),
    });
  };
  const gained = async (account: Address, work: () => Promise<unknown>) => {
    const before = await money.received(account);
    await work();
    return (await money.received(account)) - before;
  };
  /** Signs as a person who has money and nothing else. */
  const signAsVisitor = async (order: SignedOrder, recipient?: Address) => {
    const person = Wallet.createRandom();
    const buyer = address(person.address);
    await money.fund(buyer, order.price);
    return await signPurchase(person, {
      ...{ order, buyer, recipient: recipient ?? buyer, count: 1 },
      currency: await world.market.currencyOf(order),
      salt: bytes32(hexlify(randomBytes(32))),
      validBefore: (await world.now()) + 600,
    });
  };

  test("an offer is open, honest and complete", async () => {
    const { market, seller } = world;
    const order = await offer();
    expect(await market.stateOf(order)).toEqual({ state: "open", left: 1 });
    expect(order).toMatchObject({ payee: seller.address, mostRoyalty: 1_000, counter: 0n });
    expect(verifyOrder(parseSignedOrder(signedOrderToJson(order)))).toBe("key");
    expect(await market.royaltyOf(order)).toEqual({
      receiver: world.singer.address,
      amount: PRICE / 10n,
    });
  });

  test("the buyer gets the token; royalty, fee and the rest arrive", async () => {
    const { market, buyer, seller, singer, gallery, ownerOf } = world;
    const intermediary = { account: gallery.address, fee: 500, sponsor: "otohime" };
    const order = await offer({ intermediary });
    const before = await money.spendable(buyer.address);
    const sale = await market.buy(buyer.signer, order);
    expect(await ownerOf(order.tokenId)).toBe(buyer.address);
    expect(await money.spendable(buyer.address)).toBe(before - PRICE);
    expect(sale).toMatchObject({
      ...{ orderHash: orderHash(order), seller: seller.address, buyer: buyer.address },
      ...{ kind: "erc721", tokenId: order.tokenId, count: 1, paid: PRICE },
      royalty: { receiver: singer.address, amount: 1_200n },
      fee: { intermediary: gallery.address, sponsor: "otohime", amount: 600n },
    });
    const { currency } = money;
    expect(sale.payments).toEqual([
      { payee: singer.address, currency, amount: 1_200n, outcome: "paid" },
      { payee: gallery.address, currency, amount: 600n, outcome: "paid" },
      { payee: seller.address, currency, amount: 10_200n, outcome: "paid" },
    ]);
    expect(await market.stateOf(order)).toEqual({ state: "filled", left: 0 });
  });

  test("a visitor without gas buys; a sponsor carries it and can change nothing", async () => {
    const { market, sponsor, ownerOf, now } = world;
    const order = await offer();
    const signed = parseSignedPurchase(JSON.parse(JSON.stringify(await signAsVisitor(order))));
    verifyPurchase(signed, order, {
      currency: await market.currencyOf(order),
      now: (await now()) + 1,
    });
    const stolen = { ...signed, recipient: sponsor.address };
    await expect(market.submit(sponsor.signer, order, stolen)).rejects.toMatchObject({
      code: "payout-refused",
    });
    const sale = await market.submit(sponsor.signer, order, signed);
    expect(await ownerOf(order.tokenId)).toBe(signed.buyer);
    expect(sale.gasUsed).toBeGreaterThan(50_000n);
    await expect(market.submit(sponsor.signer, order, signed)).rejects.toMatchObject({
      code: "payout-refused",
      reason: "OrderNotOpen",
    });
  });

  test("a split among the payees is paid to its own, and who is blocked is credited", async () => {
    const { market, buyer, makeSplit, gallery, singer } = world;
    const payee = await makeSplit([
      [gallery.address, 2],
      [singer.address, 1],
    ]);
    await money.setBlocked(singer.address, true);
    const order = await offer({ payee });
    const sale = await market.buy(buyer.signer, order);
    await money.setBlocked(singer.address, false);
    const { currency } = money;
    expect(sale.payments).toEqual([
      { payee: singer.address, currency, amount: 1_200n, outcome: "credited" },
      { payee: gallery.address, currency, amount: 7_200n, outcome: "paid" },
      { payee: singer.address, currency, amount: 3_600n, outcome: "credited" },
    ]);
  });

  test("a voucher is made when it is bought", async () => {
    const { market, art, buyer, ownerOf, seller } = world;
    await (await art.getFunction("setMarket")(market.address, true)).wait();
    const order = await offer({ kind: "voucher", quantity: 3, uri: "work.json" });
    const gain = await gained(seller.address, async () => {
      const sale = await market.buy(buyer.signer, order, { count: 2 });
      expect(await ownerOf(sale.tokenId + 1n)).toBe(buyer.address);
    });
    expect(gain).toBe(2n * PRICE);
    expect(await market.stateOf(order)).toEqual({ state: "open", left: 1 });
  });

  test("a policy bounds what one buyer gets", async () => {
    const { market, art, buyer, cap } = world;
    await (await art.getFunction("setMarket")(market.address, true)).wait();
    const terms = bytes32(`0x${hexlify(randomBytes(28)).slice(2)}00000001`);
    const policy = { contract: cap, terms };
    const order = await offer({ kind: "voucher", quantity: 3, uri: "x", policy });
    await market.buy(buyer.signer, order);
    await expect(market.buy(buyer.signer, order)).rejects.toMatchObject({
      reason: "PolicyRefused",
    });
  });

  test("a refund is the exact price", async () => {
    const { market, seller, buyer } = world;
    const order = await offer();
    await market.buy(buyer.signer, order);
    if (kind === "erc20") await money.fund(seller.address, PRICE);
    else await market.buy(buyer.signer, await offer());
    const before = await money.spendable(buyer.address);
    const refund = await market.refund(seller.signer, order, { buyer: buyer.address, count: 1 });
    expect(refund).toMatchObject({ paid: PRICE, buyer: buyer.address, payer: seller.address });
    expect(await money.spendable(buyer.address)).toBe(before + PRICE);
    await expect(
      market.refund(seller.signer, order, { buyer: buyer.address, count: 1 }),
    ).rejects.toMatchObject({ reason: "RefundTooHigh" });
  });

  test("a sale is followed to its payments", async () => {
    const { market, buyer } = world;
    const order = await offer();
    const landed = all(market.follow(order, { interval: 20 }));
    const sale = await market.buy(buyer.signer, order);
    expect(await landed).toEqual(sale.payments);
    const [found] = await market.sales({ orderHash: orderHash(order), fromBlock: 0 });
    expect(found).toEqual({ ...sale, gasUsed: undefined });
  });
});

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

test("sales are all found where an endpoint looks through few blocks at once", async () => {
  const { market, seller } = world;
  const query = { seller: seller.address, fromBlock: 0 };
  const all = await market.sales(query);
  expect(all.length).toBeGreaterThan(3);
  const provider = new NarrowProvider(chain.provider._getConnection().url, CHAIN, 7);
  expect(await orderMarket({ ...market, provider }).sales(query)).toEqual(all);
  expect(provider.refused).toBeGreaterThan(0);
  provider.destroy();
});

describe("what sellers take back", () => {
  const offered = async () => {
    const { market, seller, collection, mint, erc20 } = world;
    const { rail, currency } = erc20;
    const tokenId = await mint();
    return await market.offer(seller.signer, { collection, tokenId, rail, currency, price: PRICE });
  };

  test("an order", async () => {
    const { market, seller, buyer } = world;
    const order = await offered();
    await market.cancel(seller.signer, order);
    expect((await market.stateOf(order)).state).toBe("cancelled");
    await expect(market.buy(buyer.signer, order)).rejects.toMatchObject({
      code: "payout-refused",
      reason: "OrderNotOpen",
    });
  });

  test("all orders, and later ones count", async () => {
    const { market, seller } = world;
    const order = await offered();
    await market.cancelAll(seller.signer);
    expect((await market.stateOf(order)).state).toBe("cancelled");
    expect((await market.stateOf(await offered())).state).toBe("open");
  });

  test("an order whose token moved is stale, also when it returns", async () => {
    const { market, art, seller, buyer } = world;
    const order = await offered();
    const move = async (from: typeof seller, to: typeof seller) => {
      const token = art.connect(from.signer) as typeof art;
      await (
        await token.getFunction("transferFrom")(from.address, to.address, order.tokenId)
      ).wait();
    };
    await move(seller, buyer);
    expect((await market.stateOf(order)).state).toBe("stale");
    await move(buyer, seller);
    expect((await market.stateOf(order)).state).toBe("stale");
  });
});

describe("what goes wrong is told", () => {
  test("an order of another market", async () => {
    const { market, buyer, seller, collection, erc20, mint } = world;
    const { rail, currency } = erc20;
    const terms = { collection, tokenId: await mint(), rail, currency, price: PRICE };
    const order = await market.offer(seller.signer, terms);
    const elsewhere = { ...order, market: buyer.address };
    await expect(market.buy(buyer.signer, elsewhere)).rejects.toMatchObject({
      code: "invalid-order",
      reason: "market",
    });
  });

  test("an offer of which creators on another chain would never get their royalty", async () => {
    const { market, seller, prepaid, erc20 } = world;
    const made = await new ContractFactory([], FROM_ELSEWHERE, seller.signer).deploy();
    const collection = address(await (await made.waitForDeployment()).getAddress());
    const offer = ({ rail, currency }: Money) =>
      market.offer(seller.signer, { collection, tokenId: 1n, rail, currency, price: PRICE });
    await expect(offer(prepaid)).rejects.toMatchObject({
      code: "invalid-order",
      reason: "royalty",
    });
    const order = await offer(erc20);
    const royalty = await market.royaltyOf(order);
    expect(royalty).toMatchObject({ amount: 100n, isRouted: true });
    expect(verifyOrder(order, { royalty })).toBe("key");
  });

  test("a chain that does not answer", async () => {
    const provider = new JsonRpcProvider("http://127.0.0.1:1", CHAIN, { staticNetwork: true });
    const silent = orderMarket({ ...world.market, provider });
    const query = { fromBlock: 0 };
    await expect(silent.sales(query)).rejects.toMatchObject({ code: "payout-unavailable" });
    provider.destroy();
  });

  test("a signer elsewhere", async () => {
    const other = await startChain(CHAIN + 1);
    const { market, seller } = world;
    await expect(market.cancelAll(other.signer(1))).rejects.toMatchObject({
      code: "payout-chain",
    });
    const { provider } = other;
    const empty = orderMarket({ chain: chainId(CHAIN + 1), address: market.address, provider });
    await expect(empty.cancelAll(seller.signer)).rejects.toMatchObject({ code: "payout-chain" });
    await other.stop();
  });
});
