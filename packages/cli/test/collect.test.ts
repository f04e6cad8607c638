/** `ryugu payout collect`: with no node at all, a painter gets everything that is theirs, over endpoints that break now and then. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STANDARDS } from "@ryugu/sdk/lane";
import { createSplit, distribute } from "@ryugu/sdk/payout";
import { type Address, address, chainId, chainNumber } from "@ryugu/sdk/primitives";
import { sendTransfer } from "@ryugu/sdk/transfer";
import { Contract, parseEther, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployPayoutWorld, type PayoutWorld } from "../../sdk/test/chain/payout-world.ts";
import { startZoneWorld, type ZoneWorld } from "../../sdk/test/chain/zone-world.ts";
import { type FlakyEndpoint, flakyEndpoint } from "./support/flaky-endpoint.ts";
import { run } from "./support/test-cli.ts";

const YEN = [
  "function transfer(address, uint256) returns (bool)",
  "function balanceOf(address) view returns (uint256)",
  "function setBlocked(address, bool)",
];
const ROYALTY = ["function royaltyInfo(uint256, uint256) view returns (address, uint256)"];
const [HOME, AWAY] = [chainId(31_521), chainId(31_522)];
/** Issues the yen and owns the collection. */
const ISSUER = 1;
const painter = Wallet.createRandom();
const poet = address(Wallet.createRandom().address);
const own = address(painter.address);
const folder = mkdtempSync(join(tmpdir(), "ryugu-collect-"));
let zone: ZoneWorld;
let home: PayoutWorld;
let away: PayoutWorld;
let yen: Contract;
let endpoints: FlakyEndpoint[];
let inner: Address;
let outer: Address;
let router: Address;

/** Money is everywhere: in a router away, undivided in a split of a split, and credited at a split while the painter was blocked. */
beforeAll(async () => {
  zone = await startZoneWorld([31_521, 31_522]);
  [home, away] = (await Promise.all(
    [HOME, AWAY].map((id) => deployPayoutWorld(zone.chain(id))),
  )) as [PayoutWorld, PayoutWorld];
  const issuer = zone.signer(HOME, ISSUER);
  const money = await zone.money(HOME, ISSUER, 100_000n);
  yen = new Contract(money, YEN, issuer);
  const { signer } = await home.person(2);
  const make = async (...shares: (readonly [Address, number])[]) => {
    const list = shares.map(([payee, weight]) => ({ payee, weight, nested: false }));
    return (await createSplit(home.factory, signer, { shares: list })).address;
  };
  inner = await make([own, 1], [poet, 1]);
  outer = await make([inner, 3], [poet, 1]);
  router = await royaltiesAway(4_000n);
  await give(outer, 800n);

  const lone = await make([own, 1]);
  await give(lone, 70n);
  await (await yen.getFunction("setBlocked")(own, true)).wait();
  await distribute(home.at(lone), signer, address(money));
  await (await yen.getFunction("setBlocked")(own, false)).wait();

  for (const world of [home, away]) await world.giveCoins(own, parseEther("1"));
  endpoints = await Promise.all(
    [HOME, AWAY].map((id) => flakyEndpoint(zone.chain(id).provider._getConnection().url, 23)),
  );
  writeFileSync(join(folder, "zone.json"), JSON.stringify(zone.zone.manifest));
}, 180_000);

afterAll(async () => {
  await Promise.all((endpoints ?? []).map((each) => each.close()));
  await zone?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const give = async (to: Address, amount: bigint) => {
  await (await yen.getFunction("transfer")(to, amount)).wait();
};

/** A work of the split's on the other chain, where somebody has paid its royalty to its router. */
async function royaltiesAway(amount: bigint): Promise<Address> {
  const issuer = zone.signer(HOME, ISSUER);
  const owner = address(await issuer.getAddress());
  const token = await zone.collection(HOME, ISSUER, 1, outer);
  const money = address(await yen.getAddress());
  const route = { origin: HOME, destination: AWAY, recipient: owner };
  await sendTransfer(zone.zone, issuer, { ...route, token, ids: [1n] });
  await sendTransfer(zone.zone, issuer, { ...route, token: money, ids: [], amounts: [amount] });
  await zone.deliver(HOME, AWAY);

  const there = zone.gateway(AWAY).getFunction("representationOf");
  const by = zone.signer(AWAY, ISSUER);
  const work = new Contract(await there(chainNumber(HOME), token, STANDARDS.erc721), ROYALTY, by);
  const [receiver] = await work.getFunction("royaltyInfo")(1n, 10_000n);
  const coins = new Contract(await there(chainNumber(HOME), money, STANDARDS.erc20), YEN, by);
  await (await coins.getFunction("transfer")(receiver, amount)).wait();
  return address(receiver);
}

const on = (chain: string, account: Address) => `${chain}:${account}`;

const rpcs = () => [HOME, AWAY].map((id, i) => `${id}=${endpoints[i]?.url}`);

/** Runs `ryugu payout …` as the painter, over the endpoints. */
async function payout(words: readonly string[], rpc = rpcs()) {
  const { zoneId, genesisSetHash } = zone.zone.manifest;
  const common = [
    ...["--manifest", "zone.json", "--trust", `${zoneId}:${genesisSetHash}`, "--rpc", ...rpc],
    ...["--rail", on(HOME, home.erc20.address), on(AWAY, away.erc20.address)],
    ...["--splits", on(HOME, home.factory.address), on(AWAY, away.factory.address)],
    ...["--currency", on(HOME, address(await yen.getAddress()))],
  ];
  const env = { PAINTER: painter.privateKey };
  return await run(["payout", ...words, ...common], { cwd: folder, env, wait: async () => {} });
}

async function collect(more: readonly string[] = [], rpc = rpcs()) {
  const ran = await payout(["collect", "--key-env", "PAINTER", ...more], rpc);
  return { ...ran, held: await yen.getFunction("balanceOf")(own) };
}

test("what can be had now is had, and what is on its way is told", async () => {
  const { stdout, stderr, exitCode, held } = await collect(["--json"]);
  expect(stderr).toBe("");
  const { collected, isAll } = JSON.parse(stdout);
  const told = collected.map(({ step, state, place, amount }: Record<string, string>) => ({
    ...{ step, state, place, amount },
  }));
  expect(told).toEqual([
    { step: "forward", state: "done", place: router, amount: "4000" },
    { step: "delivery", state: "waiting", place: outer, amount: "4000" },
    { step: "division", state: "done", place: outer, amount: "800" },
    { step: "division", state: "done", place: inner, amount: "600" },
    { step: "claim", state: "done", place: expect.stringMatching(/^0x/), amount: "70" },
  ]);
  expect({ isAll, exitCode }).toEqual({ isAll: false, exitCode: 1 });
  expect(held).toBe(300n + 70n);
});

test("with its signatures in a file the message is delivered, and its money goes all the way", async () => {
  const signed = await zone.attest(AWAY, HOME);
  writeFileSync(join(folder, "signed.json"), JSON.stringify(signed));
  const { stdout, stderr, exitCode, held } = await collect(["--attestations", "signed.json"]);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/royalties on their way +0x\S+ +\S+ tJPY +delivered/);
  expect(stdout).toContain("✓ Nothing is left.");
  expect([exitCode, held]).toEqual([0, 370n + 1_500n]);
});

test("a third time nothing is done", async () => {
  const { stdout, exitCode, held } = await collect();
  expect(stdout).toContain("Nothing waits for this account anywhere.");
  expect([exitCode, held]).toEqual([0, 1_870n]);
  expect(endpoints.map(({ broken }) => broken > 0)).toEqual([true, true]);
});

test("a chain that is dead does not keep the others, and is told", async () => {
  await give(inner, 20n);
  const rpc = [...rpcs().slice(0, 1), `${AWAY}=http://127.0.0.1:9`];
  const { stdout, exitCode, held } = await collect(["--json"], rpc);
  const { collected } = JSON.parse(stdout);
  expect(collected).toContainEqual(
    expect.objectContaining({ step: "search", chain: AWAY, state: "unanswered" }),
  );
  expect([exitCode, held]).toEqual([1, 1_880n]);
});

test("the books that the chains give account for every unit, also for what came home", async () => {
  const period = "2020-01-01/2100-01-01";
  const words = ["statement", own, period, "--out", "books.json", "--json"];
  const { stdout, stderr } = await payout(words);
  expect(stderr).toBe("");
  const { totals } = JSON.parse(stdout);
  expect(totals.chains).toMatchObject([
    { chain: HOME, share: "1880", paid: "1810", claimed: "70", waiting: "0" },
  ]);
});
