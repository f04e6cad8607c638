import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { makeOrder, type Order, orderHash, signedOrderToJson, signOrder } from "@ryugu/sdk/market";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { afterEach, expect, test } from "vitest";
import { postOrder, readOrders } from "./selling.ts";

const account = (n: number) => address(`0x${String(n).repeat(40)}`);
const CHAIN = chainId("eip155:31002");
const MARKET = { address: account(1), rail: account(2), splits: account(3), yen: account(4) };
const AIKO = new Wallet(`0x${"a1".repeat(32)}`);
const BEN = new Wallet(`0x${"b2".repeat(32)}`);

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A platform whose board tells these orders, and takes any. */
async function platformWith(orders: readonly unknown[], taken: unknown[] = []) {
  server = createServer(async (request, response) => {
    if (request.method === "GET") return response.end(JSON.stringify({ orders }));
    const chunks = await request.toArray();
    taken.push([request.headers.authorization, JSON.parse(chunks.join(""))]);
    return response.end(JSON.stringify({ id: `0x${"7".repeat(64)}` }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, chain: CHAIN, market: MARKET };
}

const orderOf = (change: Partial<Order> = {}): Order => ({
  ...makeOrder(
    {
      ...{ collection: account(5), tokenId: 7n, rail: account(2), currency: account(4) },
      price: 1_200n * 10n ** 18n,
    },
    {
      ...{ chain: CHAIN, market: account(1), seller: address(AIKO.address), counter: 0n },
      ...{ salt: bytes32(`0x${"6".repeat(64)}`), mostRoyalty: 500, validBefore: 2 ** 33 },
    },
  ),
  ...change,
});
const signed = async (order: Order, by = AIKO) => signedOrderToJson(await signOrder(by, order));

test("what people sell is read as its sellers signed it", async () => {
  const order = orderOf();
  const [offer, ...others] = await readOrders(await platformWith([await signed(order)]));
  expect(others).toEqual([]);
  expect(offer).toMatchObject({
    id: orderHash(order),
    seller: AIKO.address,
    token: { chain: CHAIN, contract: account(5), id: "7" },
    price: "1200000000000000000000",
    endsAt: 2 ** 33,
  });
});

test("what nobody signed, or is for another market, rail, currency or kind, is no offer", async () => {
  const good = await signed(orderOf());
  const told = [
    { ...good, price: "1" },
    await signed(orderOf(), BEN).catch(() => ({})),
    await signed(orderOf({ market: account(9) })),
    await signed(orderOf({ rail: account(9) })),
    await signed(orderOf({ currency: account(9) })),
    await signed(orderOf({ chain: chainId("eip155:1") })),
    await signed(orderOf({ kind: "erc1155", quantity: 2 })),
    { nonsense: true },
    {},
    good,
  ];
  expect((await readOrders(await platformWith(told))).map(({ told: one }) => one)).toEqual([good]);
});

test("an order goes onto the board as it was signed, by its seller's session", async () => {
  const taken: unknown[] = [];
  const { url } = await platformWith([], taken);
  const order = await signed(orderOf());
  expect(await postOrder(url, "abc", { ...order })).toBe(`0x${"7".repeat(64)}`);
  expect(taken).toEqual([["Bearer abc", order]]);
});
