/** `ryugu zone deploy` on real chains: what it says before it sends, and that nothing which happens to it loses anything. */
import { planZone } from "@ryugu/contracts/deploy";
import { chainId } from "@ryugu/sdk/primitives";
import { parseEther } from "ethers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { accountKey } from "../../sdk/test/chain/anvil.ts";
import { type FrailEndpoint, frailEndpoint } from "./support/frail-endpoint.ts";
import { spawnRyugu } from "./support/spawn-ryugu.ts";
import { PAYER, validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const [ONE, TWO] = [31_221, 31_222];
const STEPS = 12;
const payer = accountKey(PAYER);
let world: ZoneOnChains;
let frail: FrailEndpoint | undefined;

beforeEach(async () => {
  world = new ZoneOnChains("deploy.test", 3, [1, 2, 3, 4, 5]);
  await world.addChains(ONE, TWO);
});
afterEach(async () => {
  await frail?.close();
  frail = undefined;
  await world.stop();
});

interface Answer {
  addresses: { gateway: string; parts: Record<string, string> };
  chains: {
    steps: { name: string; address: string; gas: string }[];
    gas: string;
    sent: { address: string }[];
    gasUsed: string;
    startBlock: number;
    missingLanes: string[];
  }[];
}

const DEPLOY = ["zone", "deploy", "zone.json", "--key-env", "PAYER"];
const deploy = (...more: string[]) => world.ask<Answer>(...DEPLOY, ...more);
const provider = (number: number) => world.chain(chainId(number)).provider;
const paid = (number: number) => provider(number).getTransactionCount(payer.address);
const bothPaid = () => Promise.all([paid(ONE), paid(TWO)]);

/** What the command says of a failure, as a machine reads it. */
async function refusal(): Promise<{ exitCode: number; code: string; details: string[] }> {
  const { exitCode, stdout, stderr } = await world.ryugu(...DEPLOY, "--json");
  expect(stdout).toBe("");
  return { exitCode, ...JSON.parse(stderr) };
}

test("a dry run says what goes where, about what it costs, and sends nothing; the real one does just that", async () => {
  const planned = await world.ask<Answer>("zone", "deploy", "zone.json", "--dry-run");
  expect(await bothPaid()).toEqual([0, 0]);
  expect(planned.chains.map(({ steps }) => steps.length)).toEqual([STEPS, STEPS]);
  const { validators } = world.set;
  const settings = { minDeadline: 60, maxDeadline: 2_592_000, defaultDeadline: 604_800 };
  const notices = { policyNotice: 60, reanchorNotice: 60, windDownNotice: 60 };
  const spec = {
    name: "deploy.test",
    validators,
    quorum: 3,
    settings: { ...settings, ...notices },
  };
  expect(planned.addresses.gateway).toBe(planZone(spec).gateway);

  const done = await deploy();
  expect(done.addresses).toEqual(planned.addresses);
  for (const [i, { sent, gasUsed, startBlock, missingLanes }] of done.chains.entries()) {
    const { steps, gas } = planned.chains[i] ?? { steps: [], gas: "0" };
    expect(sent.map(({ address }) => address)).toEqual(steps.map(({ address }) => address));
    const ratio = Number(gas) / Number(gasUsed);
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(1.08);
    expect([startBlock, missingLanes.length]).toEqual([2, 1]);
  }

  const again = await deploy();
  expect(again.chains.map(({ sent }) => sent.length)).toEqual([0, 0]);
  expect(await bothPaid()).toEqual([STEPS, STEPS]);
  const people = await world.ryugu("zone", "deploy", "zone.json", "--dry-run");
  expect(people.stdout).toContain("complete");
}, 120_000);

test("one chain alone, and a chain that the file does not have", async () => {
  await deploy("--only", chainId(TWO));
  expect(await bothPaid()).toEqual([0, STEPS]);
  const { exitCode, stderr } = await world.ryugu(...DEPLOY, "--only", "eip155:1");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("no chain eip155:1")]);
}, 120_000);

test("killed after any transaction, it goes on and pays for nothing twice", async () => {
  frail = await frailEndpoint(world.urlOf(ONE));
  world.useUrl(ONE, frail.url);
  const env = { PAYER: payer.privateKey };
  for (const transactions of [1, 5]) {
    const when = frail.reaches(transactions);
    const ran = await spawnRyugu(DEPLOY, {
      cwd: world.folder,
      env,
      kill: { signal: "SIGKILL", when },
    });
    expect(ran.code).toBeNull();
  }
  await deploy();
  expect(await bothPaid()).toEqual([STEPS, STEPS]);
}, 120_000);

test("an endpoint that dies in the middle is named, the other chain is finished, and nothing is lost", async () => {
  frail = await frailEndpoint(world.urlOf(ONE));
  world.useUrl(ONE, frail.url);
  const dead = frail.diesAfter(4);
  const { exitCode, code, details } = await refusal();
  await dead;
  expect([exitCode, code]).toEqual([5, "deployment-unfinished"]);
  expect(details).toEqual([
    expect.stringMatching(new RegExp(`^Chain ${ONE}: 3 of 12 transactions\\. No RPC endpoint`)),
    `Chain ${TWO}: complete`,
    expect.stringContaining("Run it again"),
  ]);
  world.useUrl(ONE, provider(ONE)._getConnection().url);
  await deploy();
  expect(await bothPaid()).toEqual([STEPS, STEPS]);
}, 120_000);

test("an endpoint of another chain is found before anything is sent, also where it is the second one", async () => {
  world.useUrl(TWO, world.urlOf(TWO), world.urlOf(ONE));
  expect(await refusal()).toMatchObject({
    exitCode: 4,
    code: "endpoint-wrong-chain",
    details: expect.arrayContaining([`Expected: eip155:${TWO}`, `Received: eip155:${ONE}`]),
  });
  expect(await bothPaid()).toEqual([0, 0]);
});

test("too little money on one chain: nothing is sent on any", async () => {
  const poor = validatorKey(1);
  const funded = await world.signer(chainId(ONE), 2).sendTransaction({
    to: poor.address,
    value: parseEther("1"),
  });
  await funded.wait();
  const words = ["zone", "deploy", "zone.json", "--key-env", "VALIDATOR_1"];
  const { exitCode, stderr } = await world.ryugu(...words, "--json");
  expect([exitCode, JSON.parse(stderr)]).toMatchObject([
    4,
    {
      code: "deployer-unfunded",
      message: `The deployer has too little money on Chain ${TWO}.`,
      details: expect.arrayContaining([
        `Deployer: ${poor.address}`,
        "Has: 0.0 of the chain's coin",
      ]),
    },
  ]);
  const { provider: first } = world.chain(chainId(ONE));
  expect(await first.getTransactionCount(poor.address)).toBe(0);
});

test("a key that is missing, and one that is no key", async () => {
  const none = await world.ryugu("zone", "deploy", "zone.json", "--key-env", "NOBODY");
  expect([none.exitCode, none.stderr]).toEqual([2, expect.stringContaining("NOBODY holds no key")]);
  expect((await world.ryugu("zone", "deploy", "zone.json")).exitCode).toBe(2);
});

test("a gateway that retired keys have led astray is found: no lane is opened to it", async () => {
  const { addresses } = await deploy();
  world.knowGateway(addresses.gateway);
  const genesis = world.set;
  await world.rotate(3, [2, 3, 4, 5, 6], [world.chain(chainId(ONE))]);
  world.set = genesis;
  await world.rotate(3, [1, 2, 3, 4, 7], [world.chain(chainId(TWO))]);
  expect(await refusal()).toMatchObject({
    code: "council-act",
    message: "Two gateways of one epoch have different validators.",
    details: [expect.stringContaining(`Chain ${ONE}: `), expect.stringContaining(`Chain ${TWO}: `)],
  });
});
