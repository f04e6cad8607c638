/** `examples/buy-button` as a stranger's page: a real browser, a wallet of the visitor's, a real chain with the contracts. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@ryugu/test-browser";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  parseSignedPurchase,
  type SignedOrder,
  signedOrderToJson,
  verifyPurchase,
} from "../../src/market/index.ts";
import { type Address, isSameAddress } from "../../src/primitives/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { buildSaleWorld, type SaleWorld } from "../market/sale-world.ts";
import { addWallet, type OwnWallet, type Page } from "./own-wallet.ts";
import { type ServedPage, servePage } from "./serve-page.ts";

// A browser starts, and a page is bundled: seconds each, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FOLDER = fileURLToPath(new URL("../../../../examples/buy-button/", import.meta.url));
const YEN = 10n ** 18n;
const PRICE = 12_000n * YEN;

let chain: TestChain;
let world: SaleWorld;
let served: ServedPage;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let order: SignedOrder;
let isSponsored: boolean;
let trusted: Address;

beforeAll(async () => {
  [chain, served, browser] = await Promise.all([
    startChain(31_397),
    servePage(FOLDER, site),
    launchBrowser(),
  ]);
  world = await buildSaleWorld(chain);
  trusted = world.market.address;
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await chain?.stop();
});

/** What the page's site answers besides the page: what it trusts, the order, and its sponsor. */
async function site(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.url === "/order.json") response.end(JSON.stringify(signedOrderToJson(order)));
  else if (request.url === "/shop.json") response.end(JSON.stringify(shop()));
  else if (request.url === "/sponsor") await sponsor(request, response);
  else return false;
  return true;
}

const shop = () => ({
  ...{ rpcUrl: chain.provider._getConnection().url, market: trusted },
  ...{ rail: world.erc20.rail, currency: world.erc20.currency },
  ...(isSponsored ? { sponsor: "/sponsor" } : {}),
});

async function sponsor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { market, sponsor: payer, now } = world;
  let body = "";
  for await (const chunk of request) body += chunk;
  try {
    const signed = parseSignedPurchase(JSON.parse(body));
    const currency = await market.currencyOf(order);
    verifyPurchase(signed, order, { currency, now: (await now()) + 1 });
    await market.submit(payer.signer, order, signed);
    response.end();
  } catch (error) {
    response.writeHead(400).end((error as Error).message);
  }
}

/** Opens the page in a browser of a visitor's own, for a token that is offered anew. */
async function visit(money: bigint): Promise<{ page: Page; visitor: OwnWallet }> {
  const { market, collection, erc20, seller, gallery, mint } = world;
  order = await market.offer(seller.signer, {
    ...{ collection, tokenId: await mint(), price: PRICE },
    ...{ rail: erc20.rail, currency: erc20.currency },
    intermediary: { account: gallery.address, fee: 500, sponsor: "otohime" },
  });
  const page = await (await browser.newContext()).newPage();
  const visitor = await addWallet(page, chain);
  await erc20.fund(visitor.address, money);
  await page.goto(`http://127.0.0.1:${served.port}/`);
  await page.waitForSelector("main > *");
  return { page, visitor };
}

const BUTTON = "Buy for ¥12,000 with Test wallet";
const said = async (page: Page) => (await page.locator("main p").allTextContents()).map(String);
const yenOf = async ({ address }: { address: Address }) =>
  (await world.erc20.received(address)) / YEN;

const promised = () => [
  `¥1,200 royalty for ${world.singer.address}`,
  `¥600 fee for ${world.gallery.address}`,
  `¥10,200 proceeds for ${world.seller.address}`,
];
const landed = () => [
  `¥1,200 paid to ${world.singer.address}`,
  `¥600 paid to ${world.gallery.address}`,
  `¥10,200 paid to ${world.seller.address}`,
];

test("the example is one file of at most 50 lines", () => {
  const lines = readFileSync(`${FOLDER}buy-button.ts`, "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(50);
});

test.each([
  ["a visitor who pays the gas", false],
  ["a visitor without any coin, whom the page sponsors", true],
])("%s buys, and the royalty arrives on the chain", async (_, sponsored) => {
  isSponsored = sponsored;
  const { page, visitor } = await visit(PRICE);
  const coin = sponsored ? 0n : 10n ** 18n;
  if (coin > 0n) {
    const given = await chain.signer(9).sendTransaction({ to: visitor.address, value: coin });
    await given.wait();
  }
  const before = await yenOf(world.singer);
  await page.getByRole("button", { name: BUTTON }).click();
  await page.getByText(`paid to ${world.seller.address}`).waitFor();
  expect(await said(page)).toEqual([...promised(), ...landed()]);
  expect((await yenOf(world.singer)) - before).toBe(1_200n);
  expect(await yenOf(visitor)).toBe(0n);
  expect(isSameAddress(await world.ownerOf(order.tokenId), visitor.address)).toBe(true);
  expect(visitor.asked).toEqual([
    ...["eth_requestAccounts", "eth_signTypedData_v4"],
    ...(sponsored ? [] : ["eth_sendTransaction"]),
  ]);
});

test("a visitor who declines, or has too little, is told so and pays nothing", async () => {
  isSponsored = true;
  const { page, visitor } = await visit(PRICE - 1n);
  await page.getByRole("button", { name: BUTTON }).click();
  await page.getByText("refused").waitFor();
  visitor.decline();
  await page.getByRole("button", { name: BUTTON }).click();
  await page.getByText("declined").waitFor();
  expect((await said(page)).slice(0, 3)).toEqual(promised());
  expect(await world.erc20.received(visitor.address)).toBe(PRICE - 1n);
  expect(isSameAddress(await world.ownerOf(order.tokenId), world.seller.address)).toBe(true);
});

test("an order of a market that the page does not trust gets no button", async () => {
  trusted = world.collection;
  try {
    const { page } = await visit(0n);
    expect(await page.getByText("Not the shop's market.").count()).toBe(1);
    expect(await page.getByRole("button").count()).toBe(0);
  } finally {
    trusted = world.market.address;
  }
});
