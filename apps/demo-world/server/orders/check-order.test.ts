import { makeOrder, type Order, signOrder } from "@ryugu/sdk/market";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { expect, test } from "vitest";
import { checkOrder, type TradingPlace } from "./check-order.ts";

const seller = createKeyWallet();
const at = (digits: string) => address(`0x${digits.repeat(20)}`);
const PLACE: TradingPlace = {
  chain: chainId(31_337),
  market: at("a1"),
  rail: at("b2"),
  currency: at("c3"),
};
const NOW = 1_800_000_000;
const DAY = 86_400;
const YEN = 10n ** 18n;
const { rail, currency, chain, market } = PLACE;

function orderWith(change: Partial<Order> = {}): Order {
  const terms = { collection: at("d4"), tokenId: 7n, rail, currency, price: 12_000n * YEN };
  const salt = bytes32(`0x${"5a".repeat(32)}`);
  const setting = { chain, market, seller: seller.address, counter: 0n, salt };
  const order = makeOrder(terms, { ...setting, mostRoyalty: 500, validBefore: NOW + 30 * DAY });
  return { ...order, ...change };
}
const check = async (change: Partial<Order>) =>
  checkOrder(await signOrder(seller, orderWith(change)), seller.address, PLACE, NOW);

test.each([
  ["as the SDK offers by default", {}],
  ["for one yen", { price: YEN }],
  ["for ten million yen", { price: 10_000_000n * YEN }],
  ["for 31 days", { validBefore: NOW + 31 * DAY }],
  ["paid to a split", { payee: at("e5") }],
])("an order %s stands", async (_, change) => {
  await expect(check(change)).resolves.toBeUndefined();
});

test.each<[string, Partial<Order>]>([
  ["seller", { seller: at("e5") }],
  ["chain", { chain: chainId(1) }],
  ["market", { market: at("e5") }],
  ["rail", { rail: at("e5") }],
  ["currency", { currency: at("e5") }],
  ["kind", { kind: "erc1155" }],
  ["kind", { kind: "voucher" }],
  ["buyer", { buyer: at("e5") }],
  ["intermediary", { intermediary: { account: at("e5"), fee: 0, sponsor: "otohime" } }],
  ["policy", { policy: { contract: at("e5"), terms: bytes32(`0x${"00".repeat(32)}`) } }],
  ["price", { price: YEN - 1n }],
  ["price", { price: YEN + 1n }],
  ["price", { price: 10_000_001n * YEN }],
  ["expired", { validBefore: NOW }],
  ["validity", { validBefore: NOW + 31 * DAY + 1 }],
])("another %s is refused (case %#)", async (reason, change) => {
  await expect(check(change)).rejects.toMatchObject({ code: "order-refused", reason });
});
