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
import { Guide } from "./support/guide.ts";
import { type OperatedNode, operatedNode } from "./support/operator.ts";
import { inZone, partnersOf } from "./support/zone-world.ts";

const RUNBOOKS = new URL("../../../docs/guides/runbooks/", import.meta.url);
const folder = temporaryFolder("runbooks");
const PATIENCE = { timeout: 60_000, interval: 200 };
let zone: RunningZone;
let node: OperatedNode;
let traveller: Traveller;

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, blockTime: 0.25 };
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
    3,
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

test("disaster recovery: with an empty database the node has everything again", async () => {
  const guide = runbook("disaster-recovery.md");
  await guide.follow("The database is lost, damaged, or an old copy");
  expect(await guide.follow("It is over when")).toContain('"ready":true');
  const other = zone.zone.manifest.partners[1]?.nodeUrl ?? "";
  const isSame = async () =>
    JSON.stringify(await lanesAt(node.url)) === JSON.stringify(await lanesAt(other));
  expect(await waitUntil(isSame, PATIENCE)).toBe(true);
  expect(guide.left).toEqual([]);
});

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

test("the looks of the pages whose trouble is made elsewhere", async () => {
  for (const name of ["disk-full.md", "halted-lane.md"]) {
    const guide = runbook(name);
    await guide.follow("Look");
    if (name === "disk-full.md") await guide.follow("It is over when");
    expect(guide.left).toEqual([]);
  }
});
