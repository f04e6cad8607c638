/** Done-when 2: no method that only a test chain has, and no unlocked account, outside tests of faults. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDERS = ["packages", "apps", "examples"];
const SKIPPED = new Set(["node_modules", "dist", "out", "cache", ".tsbuild", "generated"]);
const SELF = "packages/devnet/test/no-back-doors.test.ts";

/** Tests of faults, a reorg, say, which nobody can order from a chain; and of deadlines, for which nobody can wait. */
const FAULT_TESTS: readonly RegExp[] = [
  /\.fault\.test\.ts$/,
  /^packages\/bridge\/test\/node\.test\.ts$/,
  /^packages\/devnet\/test\/scenarios\/endings\.ts$/,
  /^packages\/devnet\/crossings\/faults\/reorg\.ts$/,
  // That a consortium's member refuses such methods.
  /^packages\/devnet\/src\/chain\/member-rules\.test\.ts$/,
  /^packages\/contracts\/model\/differential\//,
  // The model's second is the chain's, and its deeds cost nobody anything.
  /^packages\/devnet\/books\/chains\/chain\.ts$/,
  /^packages\/sdk\/src\/transfer\/endings\.test\.ts$/,
  // A transaction whose answer was lost, and which waits for a block.
  /^packages\/sdk\/test\/payout\/credits\.test\.ts$/,
  // A visitor's wallet is asked to send, as pages ask wallets (EIP-1193). It signs itself.
  /^packages\/sdk\/test\/browser\/(?:buy-button\.test|own-wallet)\.ts$/,
  /^apps\/demo-world\/test\/story\/parts\/trouble\.ts$/,
];

const BACK_DOORS: readonly (readonly [string, RegExp])[] = [
  ["a method of test chains", /["'`](?:anvil|evm|hardhat|ganache)_\w+/],
  ["a transaction that the chain signs", /["'`]eth_(?:sendTransaction|sign|signTransaction)["'`]/],
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sources(path);
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}

function backDoorsIn(text: string): string[] {
  return BACK_DOORS.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
}

test("the search finds what it looks for", () => {
  expect(backDoorsIn('provider.send("anvil_mine", [])')).toEqual(["a method of test chains"]);
  expect(backDoorsIn("send('eth_sendTransaction')")).toHaveLength(1);
  expect(backDoorsIn('send("eth_sendRawTransaction")')).toEqual([]);
});

test("nothing but tests of faults goes through a back door", () => {
  const files = FOLDERS.flatMap((folder) => sources(join(ROOT, folder)))
    .map((path) => relative(ROOT, path))
    .filter((path) => path !== SELF && !FAULT_TESTS.some((allowed) => allowed.test(path)));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((path) =>
    backDoorsIn(readFileSync(join(ROOT, path), "utf8")).map((what) => `${path}: ${what}`),
  );
  expect(found).toEqual([]);
});
