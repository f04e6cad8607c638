/** `ryugu market` on a real chain with the contracts: offered, looked at, bought, carried, taken back, given back, listed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, address } from "@ryugu/sdk/primitives";
import { keyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { type NonceManager, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey, startChain, type TestChain } from "../../sdk/test/chain/anvil.ts";
import { buildSaleWorld, type SaleWorld } from "../../sdk/test/market/sale-world.ts";
import { type Ran, run, stdinOf } from "./support/test-cli.ts";
import { localZoneFolder } from "./support/test-zone.ts";

const CHAIN = "eip155:31001";
const YEN = 10n ** 18n;
/** As the world's people are numbered, and somebody without any coin. */
const KEYS = { seller: 1, buyer: 2, sponsor: 3, singer: 4 } as const;

/** Contracts that answer every question: with the word for a good signature (ERC-1271), and with nothing. */
const YES = "0x631626ba7e60e01b5f5260205ff3";
const NO = "0x60205ff3";

let chain: TestChain;
let world: SaleWorld;
let folder: Awaited<ReturnType<typeof localZoneFolder>>;
const visitor = Wallet.createRandom();

beforeAll(async () => {
  chain = await startChain(31_001);
  world = await buildSaleWorld(chain);
  await (await world.art.getFunction("setMarket")(world.market.address, true)).wait();
  folder = await localZoneFolder({ rpcUrls: { [CHAIN]: [chain.provider._getConnection().url] } });
  const keys = Object.entries(KEYS).map(([name, n]) => [name, accountKey(n).privateKey] as const);
  for (const [name, key] of [...keys, ["visitor", visitor.privateKey] as const]) {
    const cheap = { scrypt: { n: 16, r: 8, p: 1 } };
    await writeKeystoreFile(join(folder.path, `${name}.json`), keyWallet(key), "turtle", cheap);
  }
}, 120_000);
afterAll(async () => {
  folder?.[Symbol.dispose]();
  await chain?.stop();
});

/** Runs `ryugu market …` in the zone's folder; every keystore opens with one passphrase. */
const market = (...words: string[]): Promise<Ran> =>
  run(["market", ...words], { cwd: folder.path, askSecret: async () => "turtle" });

/** The one value that a command answers. */
// biome-ignore lint/suspicious/noExplicitAny: what a command answers is what the test looks at
async function ask(...words: string[]): Promise<any> {
  const { exitCode, stdout, stderr } = await market(...words, "--json");
  expect([exitCode, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

async function refusal(...words: string[]): Promise<{ code: string; exitCode: number }> {
  const { exitCode, stdout, stderr } = await market(...words, "--json");
  expect(stdout).toBe("");
  return { code: JSON.parse(stderr).code, exitCode };
}

const as = (name: keyof typeof KEYS | "visitor") => ["--keystore", `${name}.json`];
const yenOf = async (account: Address) => (await world.erc20.received(account)) / YEN;
const json = (file: string) => JSON.parse(readFileSync(join(folder.path, file), "utf8"));

let orders = 0;

/** Offers a token of the seller's; answers the order's file. */
async function offer(...more: string[]): Promise<string> {
  const { market: location, collection, erc20 } = world;
  const out = `order-${++orders}.json`;
  // The command has sent as the seller too.
  (world.seller.signer as NonceManager).reset();
  const asset = more.includes("--voucher")
    ? `${CHAIN}/erc721:${collection}`
    : `${CHAIN}/erc721:${collection}/${await world.mint()}`;
  await ask(
    ...["offer", asset, "--price", "12,000", "--out", out, ...as("seller"), ...more],
    ...["--market", location.address, "--rail", erc20.rail, "--currency", erc20.currency],
  );
  return out;
}

test("an order is offered, shown with everyone who is paid, and bought: the royalty lands", async () => {
  const { singer, seller, gallery, buyer } = world;
  const file = await offer("--intermediary", `${gallery.address}:500:otohime`);
  const shown = await market("show", file);
  expect(shown.exitCode).toBe(0);
  expect(shown.stdout).toMatch(/✓ Signed by its seller\.\n✓ It can be bought\./);
  expect(shown.stdout).toMatch(new RegExp(`royalty +1,200 tJPY +${singer.address}`));
  expect(shown.stdout).toMatch(new RegExp(`fee +600 tJPY +${gallery.address} +otohime answers`));
  expect(shown.stdout).toMatch(new RegExp(`proceeds +10,200 tJPY +${seller.address} +the seller`));

  await world.erc20.fund(buyer.address, 12_000n * YEN);
  const before = await yenOf(singer.address);
  const bought = await market("buy", file, ...as("buyer"));
  expect([bought.exitCode, bought.stderr]).toEqual([0, ""]);
  expect(bought.stdout).toMatch(new RegExp(`${singer.address} +1,200 tJPY +royalty`));
  expect((await yenOf(singer.address)) - before).toBe(1_200n);
  expect(await world.ownerOf(BigInt(json(file).tokenId))).toBe(buyer.address);

  const again = await market("buy", file, ...as("buyer"));
  expect([again.exitCode, again.stderr]).toEqual([4, expect.stringContaining("✗ All are sold.")]);
  const after = await market("show", file);
  expect(after.exitCode).toBe(1);
  expect(after.stdout).toContain("✗ All are sold.");
});

test("who has no coin signs, and a sponsor carries it to another recipient", async () => {
  const { buyer } = world;
  const file = await offer();
  const account = address(visitor.address);
  await world.erc20.fund(account, 12_000n * YEN);
  const to = ["--recipient", buyer.address];
  await ask("buy", file, "--sign-only", "--out", "p.json", ...to, ...as("visitor"));
  expect(await yenOf(account)).toBe(12_000n);

  const stolen = { ...json("p.json"), recipient: world.sponsor.address };
  writeFileSync(join(folder.path, "stolen.json"), JSON.stringify(stolen));
  expect(await refusal("submit", file, "stolen.json", ...as("sponsor"))).toEqual({
    code: "invalid-purchase",
    exitCode: 1,
  });
  const sale = await ask("submit", file, "p.json", ...as("sponsor"));
  expect(sale).toMatchObject({
    buyer: account,
    recipient: buyer.address,
    paid: `${12_000n * YEN}`,
  });
  expect(await yenOf(account)).toBe(0n);
});

test("tokens that are not made yet are sold in parts, and given back for their exact price", async () => {
  const { buyer, seller } = world;
  const file = await offer("--voucher", "--uri", "print.json", "--quantity", "3");
  await world.erc20.fund(buyer.address, 24_000n * YEN);
  const sale = await ask("buy", file, "--count", "2", ...as("buyer"));
  expect(sale).toMatchObject({ kind: "voucher", count: 2, paid: `${24_000n * YEN}` });
  expect((await market("show", file)).stdout).toMatch(/left +1 of 3/);
  const tooMany = await market("buy", file, "--count", "2", ...as("buyer"));
  expect([tooMany.exitCode, tooMany.stderr]).toEqual([4, expect.stringContaining("only 1.")]);

  const before = await yenOf(buyer.address);
  const gift = ["--buyer", buyer.address, "--count", "2"];
  await ask("refund", file, ...gift, ...as("seller"));
  expect((await yenOf(buyer.address)) - before).toBe(24_000n);
  expect(await refusal("refund", file, ...gift, ...as("seller"))).toMatchObject({
    code: "payout-refused",
  });
  expect(await world.ownerOf(BigInt(sale.tokenId))).toBe(buyer.address);
  expect(seller.address).toBe(sale.seller);
});

test("an order is taken back by its seller alone; so are all that were signed", async () => {
  const [one, two] = [await offer(), await offer()];
  expect((await refusal("cancel", one, ...as("buyer"))).code).toBe("usage");
  await ask("cancel", one, ...as("seller"));
  expect((await market("show", one)).stdout).toContain("✗ The seller took it back.");
  expect((await market("show", two)).exitCode).toBe(0);
  const place = ["--market", world.market.address, "--chain", CHAIN];
  await ask("cancel", "--all", ...place, ...as("seller"));
  expect((await market("show", two)).exitCode).toBe(1);
  expect((await market("show", await offer())).exitCode).toBe(0);
});

test("sales are listed with their royalties, since a block or a time", async () => {
  const place = ["--market", world.market.address, "--chain", CHAIN];
  const all = await ask("sales", ...place);
  expect(all.sales).toHaveLength(3);
  expect(all.sales[0].royalty).toEqual({
    ...{ receiver: world.singer.address, amount: `${1_200n * YEN}` },
  });
  const { block } = all.sales[1];
  expect((await ask("sales", ...place, "--from", `${block}`)).sales).toHaveLength(2);
  const { timestamp = 0 } = (await chain.provider.getBlock(block)) ?? {};
  const since = new Date(timestamp * 1_000).toISOString();
  const later = await ask("sales", ...place, "--from", since);
  expect(later.fromBlock).toBeLessThanOrEqual(block);
  expect((await chain.provider.getBlock(later.fromBlock))?.timestamp).toBe(timestamp);
  expect((await ask("sales", ...place, "--seller", world.buyer.address)).sales).toEqual([]);

  const { stdout } = await market("sales", ...place);
  expect(stdout).toMatch(/sales +paid in all +royalties/);
  expect(stdout).toMatch(/3 +48,000 tJPY +2,400 tJPY/);
});

test("no buyer gets more than the seller's policy lets them, and no collection more royalty", async () => {
  const edition = ["--voucher", "--uri", "print.json", "--quantity", "3"];
  const file = await offer(...edition, "--policy", `${world.cap}:1`, "--most-royalty", "2000");
  expect(json(file)).toMatchObject({ mostRoyalty: 2_000, policy: { contract: world.cap } });
  await world.erc20.fund(world.buyer.address, 24_000n * YEN);
  await ask("buy", file, ...as("buyer"));
  expect((await market("buy", file, ...as("buyer"))).stderr).toContain("PolicyRefused");
});

test("a stranger's order: read from a pipe, an altered word or a foreign market is refused", async () => {
  const file = await offer();
  const order = json(file);
  const show = (value: object) =>
    run(["market", "show", "-", "--json"], {
      cwd: folder.path,
      stdin: stdinOf(JSON.stringify(value)),
    });
  expect(JSON.parse((await show(order)).stdout)).toMatchObject({ canBeBought: true, left: 1 });

  const cheaper = await show({ ...order, price: "1" });
  expect([cheaper.exitCode, JSON.parse(cheaper.stderr).code]).toEqual([1, "invalid-order"]);
  const more = await show({ ...order, extra: 1 });
  expect([more.exitCode, JSON.parse(more.stderr).code]).toEqual([1, "invalid-shape"]);

  writeFileSync(
    join(folder.path, "foreign.json"),
    JSON.stringify({ ...order, market: world.collection }),
  );
  expect(await refusal("buy", "foreign.json", ...as("buyer"))).toEqual({
    code: "foreign-code",
    exitCode: 4,
  });
  const other = ["--market", world.collection];
  expect((await refusal("buy", file, ...other, ...as("buyer"))).code).toBe("usage");
});

test("a payee that is a split is seen through to whom it pays, to the unit", async () => {
  const { gallery, singer, splits, makeSplit } = world;
  const payee = await makeSplit([
    [gallery.address, 2],
    [singer.address, 1],
  ]);
  const file = await offer("--payee", payee);
  const { paid } = await ask("show", file, "--splits", splits);
  expect(paid).toEqual([
    { payee: singer.address, amount: `${1_200n * YEN}` },
    { payee: gallery.address, amount: `${7_200n * YEN}` },
    { payee: singer.address, amount: `${3_600n * YEN}` },
  ]);
  expect((await ask("show", file)).paid).toBeUndefined();
});

/** What makes an account of some code. */
function creation(code: string): string {
  const size = ((code.length - 2) / 2).toString(16).padStart(4, "0");
  return `0x61${size}80600a5f395ff3${code.slice(2)}`;
}

test("a seller that is a contract is asked whether it stands by the order", async () => {
  const told = json(await offer());
  const maker = chain.signer(9);
  const offerBy = async (code: string) => {
    const made = await (await maker.sendTransaction({ data: creation(code) })).wait();
    const seller = address(made?.contractAddress);
    const order = { ...told, seller, counter: "0", signature: "0x1234" };
    writeFileSync(join(folder.path, "contract.json"), JSON.stringify(order));
  };
  await offerBy(YES);
  const { stdout } = await market("show", "contract.json");
  expect(stdout).toMatch(/^✓ Its seller stands by it\.\n✗ The seller does not have the token/);
  await offerBy(NO);
  expect(await refusal("show", "contract.json")).toEqual({ code: "invalid-order", exitCode: 1 });
});

test("what was signed before is not written over, and nothing is signed then", async () => {
  const file = await offer();
  const purchase = ["buy", file, "--sign-only", "--out", file, ...as("visitor")];
  expect(await refusal(...purchase)).toEqual({ code: "usage", exitCode: 2 });
  expect((await refusal("buy", file, "--sign-only", ...as("visitor"))).code).toBe("usage");
  expect((await market("show", file)).exitCode).toBe(0);
});
