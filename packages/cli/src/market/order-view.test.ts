import { makeOrder, type OrderTerms } from "@ryugu/sdk/market";
import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { render } from "../output/render.ts";
import { orderJson, orderView } from "./order-view.ts";
import type { Standing } from "./standing.ts";

const account = (n: number) => address(`0x${String(n).padStart(40, "0")}`);
const [collection, currency, seller, singer] = [1, 2, 3, 4].map(account);
const hash = bytes32(`0x${"ab".repeat(32)}`);

const standing = {
  ...{ hash, state: "open", left: 2, obstacles: [], paid: undefined },
  currency: { symbol: "JPY", decimals: 0 },
  parts: [
    { role: "royalty", payee: singer, amount: 1_200n, nested: true },
    { role: "proceeds", payee: seller, amount: 10_800n, nested: false },
  ],
} as unknown as Standing;

function order(more: Partial<OrderTerms> = {}) {
  const terms = { collection, currency, rail: currency, price: 12_000n, ...more } as OrderTerms;
  const made = makeOrder(terms, {
    ...{ chain: chainId(1), market: account(9), seller: account(3), counter: 0n, salt: hash },
    ...{ mostRoyalty: 1_000, validBefore: 1_800_000_000 },
  });
  return { ...made, signature: "0x12" as const };
}
const shown = (more?: Partial<OrderTerms>) => render(orderView(order(more), standing), false);

test("price, parts and end are said as people read them", () => {
  const text = shown({ tokenId: 7n });
  expect(text).toContain(`eip155:1/erc721:${collection}/7`);
  expect(text).toMatch(/price +12,000 JPY\n/);
  expect(text).toMatch(new RegExp(`royalty +1,200 JPY +${singer} +as the collection asks`));
  expect(text).toMatch(new RegExp(`proceeds +10,800 JPY +${seller} +the seller`));
  expect(text).toMatch(/until +2027-01-15T08:00:00\.000Z/);
  expect(text).not.toMatch(/^(for|uri|policy|from) /m);
});

test("an edition for one buyer is priced each, and names its rules", () => {
  const policy = { contract: account(8), terms: hash };
  const buyer = account(7);
  const text = shown({ kind: "voucher", quantity: 100, uri: "ipfs://x", buyer, policy });
  expect(text).toContain(`erc721:${collection}  100 to be made when bought`);
  expect(text).toMatch(/price +12,000 JPY {2}each/);
  expect(text).toMatch(/left +2 of 100/);
  expect(text).toMatch(new RegExp(`for +only ${buyer}`));
  expect(text).toMatch(new RegExp(`policy +${policy.contract}`));
});

test("what a stranger wrote cannot steer a terminal", () => {
  const text = shown({ kind: "voucher", uri: "ipfs://x\u001b[2J\u202e" });
  for (const unsafe of ["\u001b", "\u202e"]) expect(text).not.toContain(unsafe);
});

test("machines get every amount as a text", () => {
  const json = orderJson(order(), standing);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json.parts[0]).toEqual({ role: "royalty", payee: singer, amount: "1200" });
});
