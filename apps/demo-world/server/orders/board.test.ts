import {
  type Market,
  makeOrder,
  type OrderState,
  orderHash,
  signedOrderToJson,
  signOrder,
} from "@ryugu/sdk/market";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { createKeyWallet, type KeyWallet } from "@ryugu/sdk/wallet";
import { hexlify, randomBytes } from "ethers";
import { expect, test } from "vitest";
import { openWorldStore } from "../store/world-store.ts";
import { BOARD_LIMITS, openOrderBoard } from "./board.ts";
import { ORDER_TABLES } from "./order-book.ts";

const at = (digits: string) => address(`0x${digits.repeat(20)}`);
const PLACE = { chain: chainId(31_337), market: at("a1"), rail: at("b2"), currency: at("c3") };
const NOW = 1_800_000_000_000;
const YEN = 10n ** 18n;

const freshStore = () => openWorldStore(":memory:", [ORDER_TABLES]);

/** A board over a market of which a test says how every order stands, and which counts how often it is asked. */
function openBoard(limits = BOARD_LIMITS, store = freshStore(), place = PLACE) {
  const states = new Map<string, OrderState>();
  const asked: string[] = [];
  const market = {
    async stateOf(order: Parameters<Market["stateOf"]>[0]) {
      asked.push(orderHash(order));
      return { state: states.get(orderHash(order)) ?? "open", left: 1 };
    },
    royaltyOf: async () => undefined,
  } as unknown as Market;
  const left: [bigint, OrderState][] = [];
  const clock = { now: NOW };
  const board = openOrderBoard({
    ...{ store, market, place, contractVerifier: async () => false },
    left: ({ tokenId }, state) => left.push([tokenId, state]),
    limits,
    now: () => clock.now,
  });
  return { board, states, asked, left, clock };
}

let token = 0n;
async function signed(seller: KeyWallet, tokenId = ++token) {
  const { chain, market, rail, currency } = PLACE;
  const terms = { collection: at("d4"), tokenId, rail, currency, price: YEN, mostRoyalty: 0 };
  const setting = { chain, market, seller: seller.address, counter: 0n, mostRoyalty: 0 };
  const salt = bytes32(hexlify(randomBytes(32)));
  return signOrder(seller, makeOrder(terms, { ...setting, salt, validBefore: NOW / 1_000 + 100 }));
}
type Board = ReturnType<typeof openBoard>["board"];
async function put(board: Board, seller: KeyWallet, tokenId?: bigint) {
  const order = await signed(seller, tokenId);
  await board.put(signedOrderToJson(order), seller.address);
  return order;
}

test("one person has so many orders on the board, and may replace each", async () => {
  const { board } = openBoard({ ofSeller: 3, ofAll: 9 });
  const seller = createKeyWallet();
  const orders = [];
  for (let i = 0; i < 3; i++) orders.push(await put(board, seller));
  await expect(put(board, seller)).rejects.toMatchObject({ reason: "too-many" });
  expect(board.list()).toHaveLength(3);
  await put(board, seller, orders[0]?.tokenId);
  expect(board.list()).toHaveLength(3);
});

test("a full board takes the oldest of whoever has the most on it, and of nobody else", async () => {
  const { board } = openBoard({ ofSeller: 3, ofAll: 5 });
  const [modest, greedy, newcomer] = [createKeyWallet(), createKeyWallet(), createKeyWallet()];
  const first = await put(board, modest);
  await put(board, modest);
  const oldest = await put(board, greedy);
  for (let i = 0; i < 2; i++) await put(board, greedy);
  const order = await put(board, newcomer);
  expect(board.list()).toHaveLength(5);
  const stands = [first, oldest, order].map((one) => board.find(orderHash(one)) !== undefined);
  expect(stands).toEqual([true, false, true]);
  await expect(put(board, newcomer)).rejects.toMatchObject({ reason: "full" });
});

test("the same order again changes nothing", async () => {
  const { board } = openBoard();
  const seller = createKeyWallet();
  const first = await put(board, seller);
  await put(board, seller);
  const order = signedOrderToJson(first);
  expect(await board.put(order, seller.address)).toBe(orderHash(first));
  expect(board.list().at(-1)).toEqual(order);
});

test("however often it is asked, a few orders are looked at every few seconds, in turn", async () => {
  const { board, asked, clock } = openBoard();
  for (const seller of Array.from({ length: 2 }, createKeyWallet)) {
    for (let i = 0; i < 20; i++) await put(board, seller);
  }
  asked.length = 0;
  clock.now += 5_000;
  await Promise.all(Array.from({ length: 50 }, () => board.look()));
  expect(asked).toHaveLength(16);
  for (let i = 0; i < 2; i++) {
    clock.now += 5_000;
    await board.look();
  }
  expect(new Set(asked).size).toBe(40);
});

test("what was sold is told of once, also where the buyer sells it on before anybody looked", async () => {
  const { board, states, left } = openBoard();
  const [seller, buyer] = [createKeyWallet(), createKeyWallet()];
  const order = await put(board, seller);
  states.set(orderHash(order), "filled");
  await put(board, buyer, order.tokenId);
  await board.lookAt(orderHash(order));
  expect(left).toEqual([[order.tokenId, "filled"]]);
  expect(board.list()).toHaveLength(1);
});

test("what is over is not shown, whether the chain answers or not", async () => {
  const { board, clock } = openBoard();
  const { collection, tokenId } = await put(board, createKeyWallet());
  expect(board.ofToken(collection, tokenId)).toBeDefined();
  clock.now += 100_000;
  expect(board.list()).toEqual([]);
  expect(board.ofToken(collection, tokenId)).toBeUndefined();
});

test("orders for another market or money than the platform has now are taken down at its start", async () => {
  const store = freshStore();
  const { board } = openBoard(BOARD_LIMITS, store);
  await put(board, createKeyWallet());
  expect(openBoard(BOARD_LIMITS, store).board.list()).toHaveLength(1);
  const moved = { ...PLACE, currency: at("e5") };
  expect(openBoard(BOARD_LIMITS, store, moved).board.list()).toEqual([]);
});
