/** `npm start`'s own program, from outside: what a person or a script sees of it. */
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { isRunning } from "../src/process/identity.ts";
import { readRegistry } from "../src/process/registry.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { ryugu, ryuguLines } from "./support/ryugu-command.ts";
import { StartedZone } from "./support/started-zone.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const folder = temporaryFolder("start");
const port = await freePortBase();
const quick = ["--no-page", "--block-time", "0.25"];
const zone = new StartedZone(folder.path, "--port-base", String(port), ...quick);
const others: StartedZone[] = [];

const another = (...args: string[]) => {
  const started = new StartedZone(folder.path, ...args);
  others.push(started);
  return started;
};

afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.end()));
});
afterAll(async () => {
  await zone.end();
  folder.remove();
});

test("the first start mints, sends across and brings one home, and says where everything is", async () => {
  await zone.start();
  for (const word of ["Mint ", "Send ", "Attest ", "Deliver ", "gas", "Minato → Garan"]) {
    expect(zone.output).toContain(word);
  }
  expect(zone.output.trimEnd().split("\n").at(-1)).toMatch(/^ready in \d+ s$/);
  expect(zone.output).not.toContain("\x1b[");
  const { demo, partners, chains } = zone.ready ?? {};
  expect(demo?.pieces.map(({ at }) => at)).toEqual([
    "garan",
    "garan",
    "minato",
    "garan",
    "garan",
    "garan",
  ]);
  expect(partners).toHaveLength(5);
  expect(new Set(partners?.flatMap(({ endpoints }) => Object.values(endpoints))).size).toBe(10);
  expect(chains?.map(({ gateway }) => gateway)).toHaveLength(2);
}, 120_000);

test("a second start of the same zone is refused in words, and disturbs nothing", async () => {
  const second = another("--no-page");
  second.launch();
  await expect(second.exit()).resolves.toBe(1);
  expect(second.output).toContain("already running");
  expect(second.output).toContain("zone-locked.md");
  expect(second.output).not.toContain("at file:");
  expect(zone.ready).toBeDefined();
});

test("the ryugu command mints, sends, follows and finds a piece in the running zone", async () => {
  const { demo, chains, accounts } = zone.ready ?? {};
  const [home, away] = chains ?? [];
  const person = accounts?.person.address;
  if (!demo || !home || !away || !person) throw new Error("The demo is not there.");
  const ask = (...words: string[]) => ryugu<Record<string, unknown>>(folder.path, ...words);
  expect(await ask("zone", "show")).toMatchObject({ verified: true });

  const metadata = join(folder.path, "piece.json");
  writeFileSync(metadata, JSON.stringify({ name: "A shell from the command line" }));
  const collection = `${home.id}/erc721:${demo.collection}`;
  const minting = ["--collection", collection, "--to", person, "--metadata", metadata];
  const asset = String((await ask("asset", "mint", ...minting)).asset);
  expect(asset).toContain(collection);

  const sending = ["transfer", "send", asset, "--to-chain", away.id, "--recipient", person];
  const statuses = await ryuguLines<Record<string, unknown>>(folder.path, ...sending, "--follow");
  const { messageId } = statuses[0] ?? {};
  expect(statuses.at(-1)).toMatchObject({ messageId, state: "delivered" });
  expect(await ask("asset", "show", asset)).toMatchObject({ state: "away" });
}, 90_000);

test("Ctrl-C leaves nothing running; the next start finds everything and mints nothing", async () => {
  const { demo, zone: before } = zone.ready ?? {};
  const running = readRegistry(`${folder.path}/processes.json`);
  expect(running).toHaveLength(7);
  expect(await zone.end("SIGINT")).toBe(0);
  expect(running.filter(isRunning)).toEqual([]);
  expect(zone.ready).toBeUndefined();

  const began = performance.now();
  await zone.start();
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(zone.output).not.toContain("Mint ");
  expect(zone.ready?.demo).toEqual(demo);
  expect(zone.ready?.zone.id).toBe(before?.id);
  await zone.end("SIGTERM");
}, 90_000);

test("a taken port is named before anything starts", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port + 1, "127.0.0.1", done));
  const blocked = another("--no-page");
  blocked.launch();
  await expect(blocked.exit()).resolves.toBe(1);
  expect(blocked.output).toContain(`127.0.0.1:${port + 1} (chain Minato)`);
  expect(blocked.output).toContain("--port-base");
  await new Promise((done) => server.close(done));
});

test("--fresh begins anew, on other ports if asked, and --json speaks to scripts", async () => {
  const old = zone.output;
  const base = String(await freePortBase());
  const fresh = another("--fresh", "--port-base", base, ...quick, "--no-demo", "--json");
  fresh.launch();
  await expect.poll(() => fresh.output, { timeout: 60_000, interval: 200 }).toContain('"ready"');
  const events = fresh.output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toContain("zone");
  const gateway = fresh.ready?.chains[0]?.gateway ?? "";
  expect(gateway).toMatch(/^0x/);
  expect(old).not.toContain(gateway);
  expect(fresh.ready?.demo).toBeUndefined();
}, 90_000);

test("a misspelt option is refused with exit code 2", async () => {
  const wrong = another("--frehs");
  wrong.launch();
  await expect(wrong.exit()).resolves.toBe(2);
  expect(wrong.output).toContain("--help");
});
