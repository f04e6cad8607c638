/** `ryugu payout statement` on real chains: the books from logs alone, and a node's word held against them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFacts } from "@ryugu/sdk/market";
import {
  type ChainFacts,
  deriveStatement,
  readStatement,
  signStatement,
  statementDigest,
} from "@ryugu/sdk/payout/statement";
import { address, chainId } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChain, type TestChain } from "../../sdk/test/chain/anvil.ts";
import { buildSaleWorld, type SaleWorld } from "../../sdk/test/market/sale-world.ts";
import { run } from "./support/test-cli.ts";
import { GATEWAYS, localZoneFolder, VALIDATORS } from "./support/test-zone.ts";

const [HOME, AWAY] = [chainId(31_001), chainId(31_002)];
/** Of the test zone, where no gateway stands. */
const [HERE, THERE] = [GATEWAYS["eip155:31001"], GATEWAYS["eip155:31002"]];
const PERIOD = { from: "2020-01-01", to: "2100-01-01" };
const PERIOD_TEXT = `${PERIOD.from}/${PERIOD.to}`;
const PRICE = 12_000n * 10n ** 18n;

let chains: TestChain[];
let world: SaleWorld;
let folder: Awaited<ReturnType<typeof localZoneFolder>>;

/** Two sales, of each a tenth to the singer; and one that a stranger paid in a currency of their own. */
beforeAll(async () => {
  chains = await Promise.all([31_001, 31_002].map(startChain));
  const [home, away] = chains as [TestChain, TestChain];
  const stranger = await buildSaleWorld(home);
  await stranger.erc20.fund(stranger.buyer.address, PRICE);
  world = await buildSaleWorld(home);
  const { currency } = world.erc20;
  for (const each of [currency, currency, stranger.erc20.currency]) await sell(each);
  const urlOf = ({ provider }: TestChain) => [provider._getConnection().url];
  folder = await localZoneFolder({ rpcUrls: { [HOME]: urlOf(home), [AWAY]: urlOf(away) } });
}, 120_000);

afterAll(async () => {
  folder?.[Symbol.dispose]();
  await Promise.all((chains ?? []).map((chain) => chain.stop()));
});

async function sell(currency: SaleWorld["collection"]): Promise<void> {
  const { market, seller, buyer, collection, erc20 } = world;
  if (currency === erc20.currency) await erc20.fund(buyer.address, PRICE);
  const terms = { collection, rail: erc20.rail, currency, price: PRICE };
  await market.buy(
    buyer.signer,
    await market.offer(seller.signer, { ...terms, tokenId: await world.mint() }),
  );
}

const places = () => [
  ...["--market", `${HOME}:${world.market.address}`, "--rail", `${HOME}:${world.erc20.rail}`],
  ...["--splits", `${HOME}:${world.splits}`],
  ...["--currency", `${HOME}:${world.erc20.currency}`],
];
const statement = (...more: string[]) =>
  run(["payout", "statement", world.singer.address, PERIOD_TEXT, ...places(), ...more], {
    cwd: folder.path,
    wait: async () => {},
  });
const read = (file: string) => readFileSync(join(folder.path, file));

/** What a node reads, of its two chains. */
async function facts(): Promise<ChainFacts> {
  const [home, away] = chains as [TestChain, TestChain];
  const { market, erc20, splits } = world;
  const none = { fromBlock: 0, markets: [], rails: [], splitFactories: [] };
  const named = { markets: [market.address], rails: [erc20.rail], splitFactories: [splits] };
  const all = await readFacts({
    chains: [
      { ...none, id: HOME, provider: home.provider, gateway: HERE, ...named },
      { ...none, id: AWAY, provider: away.provider, gateway: THERE },
    ],
  });
  const isYen = ({ currency }: { currency: string }) => currency === erc20.currency;
  return { ...all, sales: all.sales.filter(isYen), shares: all.shares.filter(isYen) };
}

/** Signs as a partner's node, what it makes of some facts. */
async function sign(file: string, from: ChainFacts): Promise<void> {
  const price = { kind: "par" as const, issuer: "Otohime Trust" };
  const money = { chain: HOME, address: world.erc20.currency, symbol: "tJPY", decimals: 18, price };
  const said = deriveStatement(from, {
    zoneId: folder.trust.zoneId,
    creator: { accounts: [world.singer.address], name: "潮見 凪" },
    ...{ period: PERIOD, currencies: [money], names: { [HOME]: "Minato" } },
  });
  const [key] = VALIDATORS;
  if (key === undefined) throw new Error("no validator");
  const signed = await signStatement(key, address(key.address), said);
  writeFileSync(join(folder.path, file), JSON.stringify(signed));
}

test("the books are derived from the chains alone, and a stranger's money is not in them", async () => {
  const { stdout, stderr, exitCode } = await statement("--out", "books.json");
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/share +¥2,400\n/);
  expect(stdout).toContain("The period was not over");
  const books = readStatement(read("books.json").toString());
  expect(books.lines).toHaveLength(2);
  expect(books.totals.yen).toMatchObject({ share: "2400", paid: "2400", gross: "24000" });
  expect(stdout).toContain(statementDigest(books));
});

test.each([
  ["csv", "en", "\ufeffDate (Japan)"],
  ["pdf", "ja", "%PDF-1.7"],
])("as %s in %s", async (format, language, start) => {
  const out = `books.${format}`;
  const { exitCode } = await statement("--format", format, "--language", language, "--out", out);
  expect(exitCode).toBe(0);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(read(out));
  expect(text.startsWith(start)).toBe(true);
  const again = await statement("--format", format, "--out", out, "--json");
  expect(JSON.parse(again.stderr)).toMatchObject({ code: "usage" });
});

test("a node's statement that is true has the same digest", async () => {
  await sign("theirs.json", await facts());
  const { stdout, exitCode } = await statement("--compare", "theirs.json");
  expect(stdout).toContain("✓ Signed by Otohime Trust, unchanged, and it adds up.");
  expect(stdout).toContain("✓ The chains say the same, to the digest.");
  expect(exitCode).toBe(0);
});

test("a node that leaves a sale out is found out, by the sale", async () => {
  const all = await facts();
  const [, gone] = all.sales;
  const shares = all.shares.filter(({ transaction }) => transaction !== gone?.transaction);
  await sign("short.json", { ...all, sales: all.sales.slice(0, 1), shares });
  const { stdout, exitCode } = await statement("--compare", "short.json", "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout).comparison).toMatchObject({
    isSame: false,
    partner: "Otohime Trust",
    difference: { path: "lines[1]", transaction: gone?.transaction },
  });
});

test("a chain that it did not read is a difference too", async () => {
  const all = await facts();
  await sign("one.json", {
    ...all,
    chains: all.chains.filter(({ id }) => id === AWAY),
    sales: [],
    shares: [],
  });
  const { stdout, exitCode } = await statement("--compare", "one.json");
  expect(stdout).toMatch(/first at +chains\ntheirs +nothing\nthe chains +"eip155:31001"/);
  expect(exitCode).toBe(1);
});

test("what was changed after it was signed is not compared at all", async () => {
  const theirs = JSON.parse(read("theirs.json").toString());
  const changed = { ...theirs, names: { [HOME]: "Garan" } };
  writeFileSync(join(folder.path, "changed.json"), JSON.stringify(changed));
  const { stderr, exitCode } = await statement("--compare", "changed.json", "--json");
  expect([exitCode, JSON.parse(stderr).code]).toEqual([1, "statement-untrusted"]);
});

test.each<[string, () => string[], string]>([
  ["a form that there is not", () => ["--format", "xls"], "usage"],
  ["a language that there is not", () => ["--language", "fr"], "usage"],
  ["a contract without its chain", () => ["--rail", world.erc20.rail], "usage"],
  ["what is no currency", () => ["--currency", `${HOME}:${world.market.address}`], "usage"],
  ["a chain of no zone", () => ["--currency", `eip155:5:${world.erc20.currency}`], "not-in-zone"],
  [
    "somebody else's statement",
    () => ["--account", world.buyer.address, "--compare", "theirs.json"],
    "usage",
  ],
  ["a dead chain", () => ["--rpc", `${AWAY}=http://127.0.0.1:9`], "chain-unavailable"],
])("%s is refused", async (_what, more, code) => {
  const { stderr, exitCode } = await statement("--out", "never.json", ...more(), "--json");
  expect(exitCode).not.toBe(0);
  expect(JSON.parse(stderr).code).toBe(code);
});

test("a month that the calendar does not have is refused", async () => {
  const words = ["payout", "statement", world.singer.address, "2026-13", ...places(), "--json"];
  const { stderr, exitCode } = await run(words, { cwd: folder.path });
  expect([exitCode, JSON.parse(stderr).code]).toEqual([2, "invalid-period"]);
});
