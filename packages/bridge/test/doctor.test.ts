import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import type { NodeConfigInput } from "../src/index.ts";
import { examine } from "../src/main/doctor/examine.ts";
import type { Finding } from "../src/main/doctor/finding.ts";
import { doctorLines } from "../src/main/doctor/view.ts";
import { sqliteStore } from "../src/store/sqlite/store.ts";
import { freePort } from "./harness/anvil.ts";
import { prepareNode } from "./harness/node.ts";
import { type RpcAnswers, rpcServer } from "./harness/rpc-server.ts";
import { signedZone } from "./harness/signed-zone.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";
import { word } from "./model/messages.ts";

const NOW = 1_700_000_000_000;
const block = {
  number: "0x64",
  hash: word("block"),
  timestamp: `0x${(NOW / 1_000 - 3).toString(16)}`,
};
const HEALTHY: RpcAnswers = {
  eth_getBlockByNumber: block,
  eth_getCode: "0x60",
  eth_getLogs: [],
  eth_getBalance: "0xde0b6b3a7640000",
  eth_gasPrice: "0x3b9aca00",
};

const testZone = await signedZone();
let changed: RpcAnswers = {};
let server: Awaited<ReturnType<typeof rpcServer>>;
let nowhere: string;

beforeAll(async () => {
  server = await rpcServer((path) => ({
    eth_chainId: path.startsWith("/1") ? "0x1" : "0x2",
    ...HEALTHY,
    ...(path.startsWith("/1") ? changed : {}),
  }));
  nowhere = `http://127.0.0.1:${await freePort()}`;
});
afterAll(() => server.stop());

/** A partner's folder with endpoints that are well, changed. */
async function prepared(change: (config: NodeConfigInput) => NodeConfigInput = (same) => same) {
  const folder = temporaryFolder();
  prepareNode({
    testZone,
    folder,
    index: 0,
    port: await freePort(),
    relayer: new Wallet(word("relayer")),
    change: (config) => {
      const chains = [1, 2].map((n) => ({
        id: `eip155:${n}`,
        rpcUrls: [`${server.url}/${n}/key`],
      }));
      return change({ ...config, chains, api: { ...config.api } });
    },
  });
  chmodSync(join(folder, "config.json"), 0o600);
  for (const name of ["validator.json", "relayer.json"]) chmodSync(join(folder, name), 0o600);
  return folder;
}

async function examined(folder: string, rpc: RpcAnswers = {}) {
  changed = rpc;
  const configPath = join(folder, "config.json");
  const config = await loadConfig(configPath);
  return examine({ configPath, config, environment: {}, now: NOW });
}

const databaseOf = (sections: Awaited<ReturnType<typeof examined>>) =>
  sections.find(({ subject }) => subject === "database")?.findings ?? [];

const troubles = (sections: Awaited<ReturnType<typeof examined>>): Finding[] =>
  sections.flatMap(({ findings }) => findings.filter(({ condition }) => condition === "bad"));

test("a node that could start: everything is well but that it does not run yet", async () => {
  const sections = await examined(await prepared());
  expect(troubles(sections)).toEqual([]);
  const lines = doctorLines(sections, false);
  expect(lines).toContain("  ✓ Partner has its seat with this validator");
  expect(lines).toContainEqual(expect.stringMatching(/✓ endpoint 1 .*block 100, 3 s old/));
  expect(lines).toContainEqual(expect.stringMatching(/! nothing answers at port/));
  expect(lines).toContainEqual(expect.stringMatching(/for about 200 large deliveries/));
  expect(lines.at(-1)).toMatch(/^\d+ good, 2 to look at$/);
  expect(lines.join("\n")).not.toContain("/key");
});

test.each<[string, RpcAnswers, string]>([
  ["another chain", { eth_chainId: "0x7" }, "answers for another chain: eip155:7"],
  ["no gateway", { eth_getCode: "0x" }, "shows no gateway"],
  ["a relayer without coin", { eth_getBalance: "0x0" }, "about 0 large deliveries"],
  ["no newest block", { eth_getBlockByNumber: null }, "has no newest block"],
  ["an answer that is none", { eth_getBlockByNumber: "soon" }, "endpoint 1"],
])("%s is to be mended", async (_, rpc, words) => {
  const found = troubles(await examined(await prepared(), rpc));
  expect(found.map(({ text }) => text).join("\n")).toContain(words);
});

test("a chain that cannot be reached, or not by enough endpoints, and one that is not configured", async () => {
  const one = await prepared((config) => ({
    ...config,
    chains: [{ id: "eip155:1", rpcUrls: [`${server.url}/1`, nowhere], agreement: 2 }],
  }));
  const texts = troubles(await examined(one)).map(({ text }) => text);
  expect(texts).toEqual([
    expect.stringContaining("(eip155:2) has no RPC endpoints here"),
    expect.stringContaining(`endpoint 2 ${nowhere}`),
    "only 1 of 2 endpoints answer and 2 must agree: nothing is signed",
  ]);
});

test("secrets that others can read, and keys that are not what they should be", async () => {
  const folder = await prepared((config) => ({
    ...config,
    relayer: { keystore: "validator.json", passphrase: { file: "passphrase" } },
  }));
  chmodSync(join(folder, "passphrase"), 0o644);
  const texts = troubles(await examined(folder)).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining("open to others (mode 644)"));
  expect(texts).toContain("validator and relayer are one key");
});

test("a database of this release, of an older one, of a newer one, of another node, and no database", async () => {
  const found = async (change: (path: string) => void) => {
    const folder = await prepared();
    const path = join(folder, "node.sqlite");
    const store = await sqliteStore({ path, clock: { now: () => NOW } });
    await store.own({ zoneId: testZone.zone.id, partner: "Partner" });
    await store.close();
    change(path);
    return databaseOf(await examined(folder));
  };
  const setVersion = (version: number) => (path: string) => {
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };
  const give = (path: string) => {
    const database = new DatabaseSync(path);
    database.exec("UPDATE owner SET partner = 'Other'");
    database.close();
  };
  expect(await found(() => undefined)).toMatchObject([{ condition: "good" }]);
  expect(await found(setVersion(1))).toMatchObject([
    { condition: "warn", advice: expect.stringContaining("Make an export") },
  ]);
  expect(await found(setVersion(99))).toMatchObject([
    { condition: "bad", text: expect.stringContaining("version 99"), advice: expect.any(String) },
  ]);
  expect((await found(give))[1]).toMatchObject({
    condition: "bad",
    text: expect.stringContaining("another node's: Other's"),
  });
  expect(await found((path) => writeFileSync(path, "no database ".repeat(99)))).toMatchObject([
    { condition: "bad", text: expect.stringContaining("damaged") },
  ]);
  expect(await found((path) => rmSync(path))).toMatchObject([
    { condition: "good", text: expect.stringContaining("not there yet") },
  ]);
});

test("a database that a node has is not looked into", async () => {
  const folder = await prepared();
  const clock = { now: () => NOW };
  const store = await sqliteStore({ path: join(folder, "node.sqlite"), clock });
  expect(databaseOf(await examined(folder))).toEqual([
    { condition: "good", text: "the database is open in a node that runs" },
  ]);
  await store.close();
});

test("a port that another program has", async () => {
  const other = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as AddressInfo;
  const folder = await prepared((config) => ({ ...config, api: { host: "127.0.0.1", port } }));
  expect(troubles(await examined(folder)).map(({ text }) => text)).toEqual([
    expect.stringContaining(`could not listen on 127.0.0.1:${port}`),
  ]);
  other.close();
});

test("a manifest that is not there is said, and what needs none of it is looked at all the same", async () => {
  const folder = await prepared((config) => ({
    ...config,
    manifest: { ...config.manifest, source: "missing.json" },
  }));
  const sections = await examined(folder);
  expect(sections.map(({ subject }) => subject)).toEqual(["zone", "keys", "database", "machine"]);
  expect(troubles(sections).map(({ text }) => text)).toEqual([
    expect.stringContaining("cannot be read"),
  ]);
});

test("what a node with the role payout is told: contracts that are not there, chains that it does not read, no money", async () => {
  const told = async (payout: NodeConfigInput["payout"], rpc: RpcAnswers = {}) => {
    const roles: NodeConfigInput["roles"] = ["observe", "relay", "payout"];
    const sections = await examined(
      await prepared((config) => ({ ...config, roles, payout })),
      rpc,
    );
    return sections.find(({ subject }) => subject === "payouts")?.findings ?? [];
  };
  const at = (n: number) => `0x${`${n}`.repeat(40)}`;
  const currencies = [{ homeChain: "eip155:1", token: at(1), minimum: "1" }];
  const markets = (chain: string) => [{ chain, markets: [at(2)], rails: [at(3)] }];
  expect(await told({ currencies, contracts: markets("eip155:2") })).toEqual([
    { condition: "good", text: "3 contracts answer" },
  ]);
  expect(await told({ contracts: markets("eip155:1") }, { eth_getCode: "0x" })).toMatchObject([
    { condition: "warn", text: expect.stringContaining("no currency") },
    { condition: "bad", text: `nothing is at ${at(2)} on eip155:1` },
    { condition: "bad", text: `nothing is at ${at(3)} on eip155:1` },
  ]);
  expect(await told({ currencies, contracts: markets("eip155:9") })).toMatchObject([
    { condition: "bad", text: expect.stringContaining("eip155:9") },
  ]);
  const without = await examined(await prepared());
  expect(without.map(({ subject }) => subject)).not.toContain("payouts");
});

test("what creators' statements are written with is there", async () => {
  const currency = { homeChain: "eip155:1", token: `0x${"1".repeat(40)}` };
  const payout = {
    currencies: [{ ...currency, minimum: "1" }],
    statements: { currencies: [{ ...currency, symbol: "JPYR", decimals: 18 }] },
  };
  const sections = await examined(await prepared((config) => ({ ...config, payout })));
  expect(sections.find(({ subject }) => subject === "statements")?.findings).toEqual([
    { condition: "good", text: expect.stringContaining("PDF") },
  ]);
  const without = await examined(await prepared());
  expect(without.map(({ subject }) => subject)).not.toContain("statements");
});
