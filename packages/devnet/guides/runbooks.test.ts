/** The runbooks, followed as they are written, at a node of a zone in which the trouble really is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { keystoreAddress } from "../src/keys/keystore.ts";
import { waitUntil } from "../src/process/wait-until.ts";
import { freePortBase } from "../test/support/free-port-base.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { Traveller } from "../test/support/traveller.ts";
import { fillDisk } from "./support/full-disk.ts";
import { Guide } from "./support/guide.ts";
import { type OperatedNode, operatedNode } from "./support/operator.ts";
import { type LostMessage, rewritten } from "./support/rewritten.ts";
import { inZone, partnersOf } from "./support/zone-world.ts";

const RUNBOOKS = new URL("../../../docs/guides/runbooks/", import.meta.url);
const folder = temporaryFolder("runbooks");
const PATIENCE = { timeout: 60_000, interval: 200 };
let zone: RunningZone;
let node: OperatedNode;
let traveller: Traveller;

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, hasMoney: false, blockTime: 0.25 };
  zone = await startZone({
    folder: join(folder.path, "zone"),
    portBase: await freePortBase(),
    shape,
  });
  node = await operatedNode(zone, "otohime", join(folder.path, "bin"));
  traveller = await Traveller.with(
    {
      zone: zone.zone,
      person: await zone.keys.person.open(),
      home: zone.provider("minato"),
      away: zone.provider("garan"),
    },
    5,
  );
}, 180_000);

afterAll(async () => {
  node?.close();
  traveller?.access.home.destroy();
  traveller?.access.away.destroy();
  await zone?.stop();
  folder.remove();
});

/** Opens a runbook for the node's operator. */
function runbook(name: string, env: Record<string, string> = {}): Guide {
  const partners = partnersOf(zone);
  const others = Object.keys(partners).filter((slug) => slug !== "otohime");
  const text = readFileSync(new URL(name, RUNBOOKS), "utf8");
  return new Guide(`runbooks/${name}`, {
    actors: { ...partners, operator: { folder: node.folder, env } },
    groups: { partner: others },
    examples: [
      ...node.examples,
      ["/srv/zone/manifest.json", zone.layout.manifest] as const,
      ["https://node.otohime.example", node.url] as const,
    ].filter(([example]) => text.includes(example)),
    bin: node.bin,
    background: inZone(zone),
  });
}

/** Gives an account some of the coin that gas is paid with. */
async function fund(account: string): Promise<void> {
  const provider = zone.provider("minato");
  const deployer = (await zone.keys.deployer.open()).connect(provider);
  const sent = await deployer.sendTransaction({ to: account, value: 10n ** 18n });
  await sent.wait();
  provider.destroy();
}

const statusOf = async (path: string) => (await fetch(`${node.url}${path}`)).status;

/** How far each lane is, as a node tells it. */
async function lanesAt(url: string) {
  const { lanes } = (await (await fetch(`${url}/v1/lanes`)).json()) as {
    lanes: { finalCount: number; delivered: number }[];
  };
  return lanes.map(({ finalCount, delivered }) => [finalCount, delivered]);
}

test("run a node: a newcomer's is prepared and examined", async () => {
  const { manifest } = zone.zone;
  const [minato, garan] = manifest.chains;
  const own = join(folder.path, "fuji");
  const guide = new Guide("run-a-node.md", {
    actors: { operator: { folder: folder.path, env: {} } },
    examples: [
      ["/var/lib/ryugu-node", own],
      ["https://zone.example/manifest.json", zone.layout.manifest],
      ["<zone id>:<genesis set hash>", `${manifest.zoneId}:${manifest.genesisSetHash}`],
      [
        "--rpc eip155:1=https://one.example --rpc eip155:1=https://two.example --rpc eip155:1=https://three.example",
        `--rpc ${minato?.id}=${minato?.rpcUrls[0]} --rpc ${garan?.id}=${garan?.rpcUrls[0]}`,
      ],
    ],
    bin: node.bin,
    background: inZone(zone),
  });
  expect(await guide.follow("Prepare")).toContain("A node for Fuji Bank");
  await fund(keystoreAddress(join(own, "keys/relayer.json")));
  const examined = await guide.follow("Examine");
  expect(examined).toContain("Fuji Bank is not in the manifest");
  expect(examined).toContain("✓ Urashima Card answers");
  expect(examined).not.toContain("✗");
  expect(guide.left).toEqual([]);
});

test("the node is down", async () => {
  const guide = runbook("node-down.md");
  await zone.node("otohime").kill();
  expect(await guide.follow("Look")).toContain("the node does not run");
  await guide.follow("Do");
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  expect(guide.left).toEqual([]);
});

test("RPC outage", async () => {
  const guide = runbook("rpc-outage.md");
  zone.endpoint("otohime", "minato").setFault({ kind: "refuse" });
  expect(await waitUntil(async () => (await statusOf("/v1/ready")) === 503, PATIENCE)).toBe(true);
  const seen = await guide.follow("Look");
  expect(seen).toContain("✗ endpoint 1");
  expect(seen).toContain("the node runs, and does not do all of its work: observe eip155:31001");
  expect(seen).toContain('ryugu_endpoint_up{chain="eip155:31001",endpoint="1"} 0');
  // The provider is back, or another one stands in node.json.
  zone.endpoint("otohime", "minato").setFault(undefined);
  await guide.follow("Do");
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  expect(guide.left).toEqual([]);
});

test("a stuck lane", async () => {
  const guide = runbook("stuck-lane.md");
  const others = ["urashima", "sango", "minamo"].map((slug) => zone.node(slug));
  await Promise.all(others.map((other) => other.kill()));
  const { messageId } = await traveller.send("away", [1n]);
  try {
    const isStuck = async () => (await lanesAt(node.url)).some(([final, done]) => final !== done);
    expect(await waitUntil(isStuck, PATIENCE)).toBe(true);
    expect(await guide.follow("Look")).toContain('"lanes"');
    const isNoticed = async () =>
      (await (await fetch(`${node.url}/metrics`)).text()).includes('{peer="Minamo Bank"} 0');
    expect(await waitUntil(isNoticed, PATIENCE)).toBe(true);
    expect(await guide.follow("Signatures are missing")).toContain('{peer="Minamo Bank"} 0');
  } finally {
    // The partners were called, and their nodes are back.
    await Promise.all(others.map((other) => other.start()));
  }
  expect((await traveller.arrival(messageId)).state).toBe("delivered");
  await guide.follow("Deliveries are missing");
  await guide.follow("It is over when");
  expect(guide.left).toEqual([]);
}, 180_000);

test("royalties wait: what the commands show where none do", async () => {
  const guide = runbook("royalties-wait.md");
  expect(await guide.follow("Which of these is it?")).toContain('{"routers":[]}');
  expect(await guide.follow("It is over when")).toMatch(/\{chain="eip155:31001"\} 0/);
  expect(guide.left).toEqual([]);
});

test("key rotation: another relayer, and another validator in the same seat", async () => {
  const env: Record<string, string> = {};
  const guide = runbook("key-rotation.md", env);
  const key = (name: string) => keystoreAddress(join(node.folder, `keys/${name}.json`));
  const before = key("relayer");
  await guide.follow("The relayer's key");
  expect(key("relayer")).not.toBe(before);
  await fund(key("relayer"));

  const printed = await guide.follow("The validator's key");
  env.OLD = key("validator");
  env.NEW = key("validator-next");
  expect(printed).toContain(`${env.NEW}  `);
  const decided = await guide.follow("The council decides");
  expect(decided.match(/: done, transaction/g)).toHaveLength(2);
  await guide.follow("The new key takes its seat");
  expect(key("validator")).toBe(env.NEW);
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  expect(guide.left).toEqual([]);
}, 240_000);

/** Whether the node knows all that another one knows. */
async function hasEverything(): Promise<boolean> {
  const other = zone.zone.manifest.partners.find(({ name }) => name === "Minamo Bank")?.nodeUrl;
  if (other === undefined) throw new Error("no such partner");
  return JSON.stringify(await lanesAt(node.url)) === JSON.stringify(await lanesAt(other));
}

test("disaster recovery: from an empty database, and from an old export, the node has everything again", async () => {
  const guide = runbook("disaster-recovery.md");
  await guide.follow("Beforehand");
  // The export is older than this, and than the signatures for it.
  const { messageId } = await traveller.send("away", [3n]);
  expect((await traveller.arrival(messageId)).state).toBe("delivered");
  expect(await waitUntil(hasEverything, PATIENCE)).toBe(true);
  await guide.follow("The database is lost, damaged, or an old copy");
  expect(await waitUntil(hasEverything, PATIENCE)).toBe(true);
  expect(await guide.follow("From an export")).toMatch(/Restored \d+ rows/);
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  expect(await waitUntil(hasEverything, PATIENCE)).toBe(true);
  const metrics = await (await fetch(`${node.url}/metrics`)).text();
  expect(Number(/^ryugu_attestations_recovered_total (\d+)$/m.exec(metrics)?.[1])).toBeGreaterThan(
    0,
  );
  expect(guide.left).toEqual([]);
}, 180_000);

test("rolling upgrade, and back", async () => {
  const guide = runbook("rolling-upgrade.md");
  expect(await guide.follow("Do")).toContain('"ready":true');
  await guide.follow("Going back");
  // Three are left of five: without this node's signature nothing would arrive.
  await Promise.all(["urashima", "sango"].map((slug) => zone.node(slug).kill()));
  const { messageId } = await traveller.send("away", [2n]);
  expect((await traveller.arrival(messageId)).state).toBe("delivered");
  expect(await guide.follow("It is over when")).toContain('"version"');
  expect(guide.left).toEqual([]);
});

test("a full disk: the node signs nothing, and goes on by itself when there is room", async () => {
  const guide = runbook("disk-full.md");
  const process = zone.node("otohime");
  const makeRoom = fillDisk(process.identity?.pid ?? 0, zone.layout.log(process.name));
  try {
    const isNoticed = async () =>
      (await (await fetch(`${node.url}/v1/ready`)).text()).includes("cannot be written");
    expect(await waitUntil(isNoticed, PATIENCE)).toBe(true);
    expect(await guide.follow("Look")).toContain("cannot be written");
  } finally {
    makeRoom();
  }
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  // The same process: nobody had to start it again.
  expect(process.state).toBe("running");
  expect(guide.left).toEqual([]);
}, 120_000);

test("a halted lane: one node's endpoint showed it another chain", async () => {
  const guide = runbook("halted-lane.md");
  // A collection's first transfer shares its block with the collection's own message.
  await traveller.arrival((await traveller.send("away", [4n])).messageId);
  const { messageId, transaction } = await traveller.send("away", [5n]);
  expect((await traveller.arrival(messageId)).state).toBe("delivered");
  expect(await waitUntil(hasEverything, PATIENCE)).toBe(true);
  const lost = await lostMessage(messageId, transaction);
  zone.endpoint("otohime", "minato").setFault(rewritten(lost));
  const halted = async () =>
    (await (await fetch(`${node.url}/v1/lanes`)).text()).includes("halted");
  expect(await waitUntil(halted, PATIENCE)).toBe(true);
  expect(await guide.follow("Look")).toContain("rewritten past finality");
  // Another provider stands in node.json.
  zone.endpoint("otohime", "minato").setFault(undefined);
  await guide.follow("Only your node");
  expect(await waitUntil(hasEverything, PATIENCE)).toBe(true);
  const over = await guide.follow("It is over when");
  expect(over).toContain('"ready":true');
  expect(over).not.toContain("halted");
  expect(guide.left).toEqual([]);
}, 180_000);

/** What another history of the chain does not have: a message that is the last of its lane. */
async function lostMessage(messageId: string, transaction: string): Promise<LostMessage> {
  const ask = async (path: string) => (await fetch(`${node.url}${path}`)).json();
  const { laneId, sequence } = (await ask(`/v1/transfers/${messageId}`)) as LostMessage;
  const { messages } = (await ask(`/v1/lanes/${laneId}/messages?from=${sequence - 1}&limit=1`)) as {
    messages: { messageId: string }[];
  };
  const receipt = await traveller.access.home.getTransactionReceipt(transaction);
  return {
    laneId,
    sequence,
    before: messages[0]?.messageId ?? "",
    block: receipt?.blockNumber ?? 0,
  };
}
