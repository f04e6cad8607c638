/** Splits and credits from a terminal, on a real chain. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, address } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey, startChain, type TestChain } from "../../sdk/test/chain/anvil.ts";
import { deployPayoutWorld, type PayoutWorld } from "../../sdk/test/chain/payout-world.ts";
import { run } from "./support/test-cli.ts";
import { localZoneFolder } from "./support/test-zone.ts";

const CHAIN = 31_001;
const YEN = 10n ** 18n;
const ZERO = `0x${"00".repeat(20)}`;
const folder = mkdtempSync(join(tmpdir(), "ryugu-payout-"));
const painter = Wallet.createRandom();
const poet = Wallet.createRandom();
const env = {
  GAS: accountKey(1).privateKey,
  POET: poet.privateKey,
};
let chain: TestChain;
let world: PayoutWorld;
/** What names the chain, and the factory, on a command line. */
let rpc: string[];
let factory: string[];
let split: Address;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  world = await deployPayoutWorld(chain);
  rpc = ["--rpc", `eip155:${CHAIN}=${chain.provider._getConnection().url}`];
  factory = ["--factory", world.factory.address];
});

afterAll(async () => {
  await chain?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const payees = [`${painter.address}:7`, `${poet.address}:3`];
const payout = (...args: string[]) => run(["payout", ...args], { env, cwd: folder });
const json = async (...args: string[]) => {
  const { stdout, stderr, exitCode } = await payout(...args, "--json");
  expect(stderr).toBe("");
  return { exitCode, found: JSON.parse(stdout) };
};
const gas = ["--key-env", "GAS"];

test("a split's address is known before, and it is made there once", async () => {
  const known = await json("address", ...payees, ...factory);
  split = address(known.found.address);
  await world.mint(split, 12_000n * YEN);
  const made = await json("split", "make", ...payees, ...factory, ...rpc, ...gas);
  expect(made.found).toMatchObject({ address: split, transaction: expect.stringMatching(/^0x/) });
  const again = await payout("split", "make", ...payees, ...factory, ...rpc, ...gas);
  expect(again.stdout).toContain("nothing was sent");
});

test("it is shown with its payees, its owner and what waits in it", async () => {
  const currency = ["--currency", world.yen];
  const { stdout } = await payout("split", "show", split, ...factory, ...rpc, ...currency);
  expect(stdout).toContain("nobody: the list never changes");
  expect(stdout).toContain("12,000 tJPY");
  expect(stdout).toMatch(new RegExp(`${painter.address} +7 +70.00 %`));
});

test("it is divided, and who is blocked is credited", async () => {
  await world.setBlocked(address(poet.address), true);
  const args = [split, ...rpc, "--currency", world.yen, ...gas];
  const { stdout, exitCode } = await payout("split", "distribute", ...args);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Divided 12,000 tJPY.");
  expect(stdout).toMatch(new RegExp(`${painter.address} +8,400 tJPY +paid`));
  expect(stdout).toMatch(new RegExp(`${poet.address} +3,600 tJPY +credited`));
  const empty = await payout("split", "distribute", ...args);
  expect(empty.exitCode).toBe(4);
  expect(empty.stderr).toContain("NothingToDistribute");
});

test("a payee without gas signs, and somebody else carries it", async () => {
  const to = address(Wallet.createRandom().address);
  const order = ["--place", split, "--currency", world.yen, "--to", to, "--key-env", "POET"];
  await payout("credit", "sign", ...order, ...rpc, "--out", "claim.json");
  const carried = await json("credit", "carry", "claim.json", ...rpc, ...gas);
  expect(carried.found).toMatchObject({ payee: poet.address, to, amount: `${3_600n * YEN}` });
  expect(await world.balanceOf(to)).toBe(3_600n * YEN);
  const again = await payout("credit", "carry", "claim.json", ...rpc, ...gas);
  expect(again.stderr).toContain("carried out already");
  expect(again.exitCode).not.toBe(0);
});

test("a payee takes everything by themselves", async () => {
  const to = address(Wallet.createRandom().address);
  await world.mint(split, 100n * YEN);
  await world.giveCoins(address(poet.address), YEN);
  const most = ["--currency", world.yen, "--most", "1", ...gas];
  const divided = await json("split", "distribute", split, ...rpc, ...most);
  expect(divided.found).toMatchObject([{ open: true }, { open: false }]);
  const places = ["--place", split, world.erc20.address, ...rpc];
  const shown = await payout("credit", "show", poet.address, ...places);
  expect(shown.stdout).toMatch(new RegExp(`${split} +${world.yen} +30 tJPY`));
  const blocked = await json("credit", "claim", ...places, "--key-env", "POET");
  expect(blocked.exitCode).toBe(1);
  expect(blocked.found.claims).toMatchObject([{ state: "refused" }]);
  const claimed = await json("credit", "claim", ...places, "--to", to, "--key-env", "POET");
  expect(claimed).toMatchObject({ exitCode: 0, found: { claims: [{ state: "claimed" }] } });
  expect(await world.balanceOf(to)).toBe(30n * YEN);
  const rest = await payout("credit", "claim", ...places, "--key-env", "POET");
  expect(rest.stdout).toContain("Nothing is credited");
});

test("a chain of the zone is named by its id, and one of several must be", async () => {
  const url = chain.provider._getConnection().url;
  using zone = await localZoneFolder({ rpcUrls: { [`eip155:${CHAIN}`]: [url] } });
  const ask = (...args: string[]) =>
    run(["payout", "split", "show", split, ...factory, ...args], { cwd: zone.path });
  const { stdout, exitCode } = await ask("--chain", `eip155:${CHAIN}`);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining(painter.address)]);
  const [unnamed, elsewhere, twice] = await Promise.all([
    ask("--json"),
    ask("--chain", "eip155:5", "--json"),
    ask("--chain", "eip155:5", ...rpc, "--json"),
  ]);
  expect(unnamed.stderr).toContain(`eip155:${CHAIN} Minato`);
  const codes = [unnamed, elsewhere, twice].map(({ stderr }) => JSON.parse(stderr).code);
  expect(codes).toEqual(["usage", "not-in-zone", "usage"]);
});

test.each([
  ["a payee without a weight", ["address", painter.address], "usage"],
  ["a weight of nothing", ["address", `${painter.address}:0`], "invalid-shares"],
  [
    "a mistyped address",
    ["address", `${painter.address.toLowerCase().replace("0x", "0x1")}:1`],
    "usage",
  ],
  ["nobody", ["address", `${ZERO}:1`], "invalid-shares"],
])("%s is refused", async (_what, args, code) => {
  const { stderr, exitCode } = await payout(...args, ...factory, "--json");
  expect(exitCode).not.toBe(0);
  expect(JSON.parse(stderr).code).toBe(code);
});

test.each([
  [
    "an account that is no split",
    () => ["split", "show", painter.address, ...factory, ...rpc],
    "split-not-found",
  ],
  [
    "no chain that is one",
    () => ["split", "show", split, ...factory, "--rpc", "http://127.0.0.1:1"],
    "usage",
  ],
  [
    "two chains",
    () => ["split", "show", split, ...factory, ...rpc, "eip155:1=http://127.0.0.1:1"],
    "usage",
  ],
  [
    "a dead chain",
    () => ["split", "show", split, ...factory, "--rpc", "eip155:1=http://127.0.0.1:1"],
    "chain-unavailable",
  ],
  [
    "an endpoint of another chain",
    () => ["split", "show", split, ...factory, "--rpc", rpc[1]?.replace(`${CHAIN}`, "5") ?? ""],
    "endpoint-wrong-chain",
  ],
  [
    "no number of payees",
    () => ["split", "distribute", split, ...rpc, "--currency", world.yen, "--most", "none", ...gas],
    "usage",
  ],
  [
    "no number of a block",
    () => ["credit", "show", painter.address, "--place", split, ...rpc, "--from-block", "x"],
    "usage",
  ],
  ["no signed claim", () => ["credit", "carry", "-", ...rpc, ...gas], "invalid-json"],
])("%s is refused on the way to a chain", async (_what, args, code) => {
  const { stderr, exitCode } = await payout(...args(), "--json");
  expect(exitCode).not.toBe(0);
  expect(JSON.parse(stderr).code).toBe(code);
});
