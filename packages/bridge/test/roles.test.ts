import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayAbi } from "@ryugu/contracts";
import { type Address, type Bytes32, chainId } from "@ryugu/sdk/primitives";
import { sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { startPostgres, type TestPostgres } from "@ryugu/test-postgres";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import type { NodeConfigInput } from "../src/index.ts";
import { examineDatabase } from "../src/main/doctor/database.ts";
import { account, freePort, startChain, type TestChain } from "./harness/anvil.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";
import { deployZone, type TestZone } from "./harness/zone.ts";

const HOME = 31_337;
const AWAY = 31_338;
const person = account(0);
const payer = account(5);

let home: TestChain;
let away: TestChain;
let testZone: TestZone;
let postgres: TestPostgres;
/** Of one node: one that reads and signs, one that delivers and answers, and one that can do everything. */
let processes: TestNode[];
const ROLES: NodeConfigInput["roles"][] = [
  ["observe", "attest", "payout"],
  ["relay", "api"],
  undefined,
];
let lastToken = 0n;

beforeAll(async () => {
  [home, away, postgres] = await Promise.all([startChain(HOME), startChain(AWAY), startPostgres()]);
  const ports = await Promise.all([1, 2, 3].map(freePort));
  testZone = await deployZone([home, away], [`http://127.0.0.1:${ports[1]}`], 1);
  processes = ports.map((port, i) => prepareRole(port, ROLES[i], postgres.url));
}, 180_000);

afterAll(async () => {
  await Promise.all((processes ?? []).map((each) => each.kill("SIGTERM")));
  await Promise.all([home?.stop(), away?.stop(), postgres?.remove()]);
});

/** One process of the node. */
function prepareRole(port: number, roles: NodeConfigInput["roles"], database: string): TestNode {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "database"), `${database}\n`, { mode: 0o600 });
  return prepareNode({
    testZone,
    folder,
    index: 0,
    port,
    relayer: payer,
    change: (config) => ({
      ...config,
      database: { postgres: { url: { file: "database" } } },
      roles,
      payout: {
        currencies: [{ homeChain: chainId(HOME), token: testZone.collection, minimum: "1" }],
        intervalMs: 200,
      },
    }),
  });
}

const at = (i: number): TestNode => {
  const found = processes[i];
  if (found === undefined) throw new Error("no such process");
  return found;
};

async function send(): Promise<Bytes32> {
  lastToken += 1n;
  const { messageId } = await sendTransfer(testZone.zone, person.connect(home.provider), {
    origin: chainId(HOME),
    destination: chainId(AWAY),
    token: testZone.collection,
    ids: [lastToken],
    recipient: person.address as Address,
  });
  return messageId;
}

async function delivered(messageId: string, asked: TestNode): Promise<void> {
  const state = async () => (await asked.get<TransferStatus>(`/v1/transfers/${messageId}`)).state;
  await until(async () => (await state()) === "delivered", 60_000, "delivery").catch((error) => {
    const logs = processes.map(
      (each, i) => `${i}:\n${each.logs().split("\n").slice(-15).join("\n")}`,
    );
    throw new Error(`${error}\n${logs.join("\n")}`);
  });
}

const RELAY = `relay eip155:${AWAY}`;

interface Lanes {
  lanes: { count: number; delivered: number; halted?: object }[];
}
interface Ready {
  ready: boolean;
  tasks: { name: string; healthy: boolean; standby?: boolean }[];
}
const ready = (i: number) => at(i).get<Ready>("/v1/ready");
const worksAt = async (i: number, task: string) =>
  (await ready(i)).tasks.some(({ name, standby }) => name === task && standby !== true);

test("a node that starts while its database is away answers, says so, and begins when it is there", async () => {
  await postgres.stop();
  await at(0).start();
  await until(async () => (await fetch(`${at(0).url}/v1/ready`)).status === 503, 10_000);
  expect((await ready(0)).tasks).toEqual([
    { name: "start", healthy: false, problem: "The node's database does not answer." },
  ]);
  expect(await at(0).text("/metrics")).toContain("ryugu_store_up 0");
  expect((await fetch(`${at(0).url}/v1/lanes`)).status).toBe(404);
  await postgres.start();
  await until(async () => (await ready(0)).ready, 30_000, "readiness");
  expect(at(0).logs()).toContain('"msg":"task-recovered"');
  // One after the other: who comes first has the task.
  for (const i of [1, 2]) await at(i).start();
});

test("a database that refuses the node ends it, with what to do", async () => {
  const refused = prepareRole(
    await freePort(),
    undefined,
    postgres.url.replace("postgres@", "stranger@"),
  );
  await expect(refused.start()).rejects.toThrow("store-unavailable");
});

test("each task runs in one process; the others stand by and are ready", async () => {
  for (const i of [0, 1, 2]) await until(async () => (await ready(i)).ready, 30_000, "readiness");
  expect(await worksAt(0, "attest")).toBe(true);
  expect(await worksAt(2, "attest")).toBe(false);
  expect(await worksAt(1, RELAY)).toBe(true);
  expect(await worksAt(2, RELAY)).toBe(false);
  expect((await ready(0)).tasks.map(({ name }) => name)).not.toContain(RELAY);
  // What the third process could do is not all: paying out is a role that has to be named.
  for (const task of ["index", "forward", "divide"].map((each) => `${each} eip155:${AWAY}`)) {
    await until(() => worksAt(0, task), 30_000, task);
    expect((await ready(2)).tasks.map(({ name }) => name)).not.toContain(task);
  }
  // What does not have the role answers only how it fares.
  expect((await fetch(`${at(0).url}/v1/lanes`)).status).toBe(404);
  await delivered(await send(), at(1));
});

test("the doctor looks into the database while it is used, and where there is none yet", async () => {
  const config = await loadConfig(join(at(0).folder, "config.json"));
  const look = (schema: string, url = postgres.url, partner = config.partner) => {
    const database = { postgres: { url: { env: "URL" }, schema } };
    return examineDatabase({ ...config, partner, database }, { URL: url });
  };
  expect(await look("ryugu")).toEqual([
    { condition: "good", text: expect.stringContaining("schema ryugu: its tables are of version") },
  ]);
  expect(await look("ryugu", postgres.url, "Other")).toContainEqual(
    expect.objectContaining({ condition: "bad", text: expect.stringContaining("another node's") }),
  );
  expect(await look("later")).toEqual([
    { condition: "good", text: expect.stringContaining("schema later: not there yet") },
  ]);
  const strangers = postgres.url.replace("postgres@", "stranger@");
  expect(await look("ryugu", strangers)).toEqual([
    expect.objectContaining({ advice: expect.stringContaining("store-unavailable.md") }),
  ]);
});

test("frozen, killed, the database restarted: others take over, nothing is lost or done twice", {
  timeout: 240_000,
}, async () => {
  const sent = [await send()];
  at(0).freeze(true);
  sent.push(await send());
  await until(() => worksAt(2, "attest"), 30_000, "taking over the attester");
  at(0).freeze(false);
  await at(1).kill("SIGKILL");
  sent.push(await send());
  await until(() => worksAt(2, RELAY), 30_000, "taking over the relayer");
  await postgres.stop("kill");
  sent.push(await send());
  await postgres.start();
  await at(1).start();
  await at(2).kill("SIGKILL");
  sent.push(await send());
  for (const messageId of sent) await delivered(messageId, at(1));
  for (const i of [0, 1]) await until(async () => (await ready(i)).ready, 60_000, "readiness");

  const gateway = new Contract(
    testZone.zone.manifest.chains[1]?.gateway ?? "",
    gatewayAbi,
    away.provider,
  );
  const logs = await gateway.queryFilter(gateway.getEvent("MessagesDelivered"));
  // Every transaction that was paid for has delivered something.
  expect(await away.provider.getTransactionCount(payer.address)).toBe(logs.length);
  const { lanes } = await at(1).get<Lanes>("/v1/lanes");
  // Six transfers, and the collection's own message before them.
  expect(lanes).toContainEqual(expect.objectContaining({ count: 7, delivered: 7 }));
  expect(lanes.filter(({ halted }) => halted !== undefined)).toEqual([]);
});
