import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Wallet } from "ethers";
import { beforeAll, expect, test } from "vitest";
import type { NodeConfigInput } from "../src/index.ts";
import { freePort } from "./harness/anvil.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import { signedZone } from "./harness/signed-zone.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";
import type { TestZone } from "./harness/zone.ts";
import { word } from "./model/messages.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
let testZone: TestZone;

function run(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const all = ["--conditions=ryugu-source", "--no-warnings", MAIN, ...args];
    execFile(
      process.execPath,
      all,
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      },
    );
  });
}

beforeAll(async () => {
  testZone = await signedZone();
});

const prepare = (port: number, change?: (config: NodeConfigInput) => NodeConfigInput): TestNode =>
  prepareNode({
    testZone,
    folder: temporaryFolder(),
    index: 0,
    port,
    relayer: new Wallet(word("relayer")),
    ...(change === undefined ? {} : { change }),
  });

const start = (node: TestNode) => run(["start", "--config", join(node.folder, "config.json")]);

test("version, help, and a wrong command line", async () => {
  const [version, help, wrong] = await Promise.all([
    run(["--version"]),
    run(["--help"]),
    run(["stop"]),
  ]);
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(help).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("run the node until it is told to stop"),
  });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("no command like this") });
});

test.each<[string, (config: NodeConfigInput) => NodeConfigInput, string]>([
  [
    "a partner that the zone does not have",
    (config) => ({ ...config, partner: "Nobody" }),
    "no partner of the configured name",
  ],
  [
    "another zone",
    (config) => ({ ...config, manifest: { ...config.manifest, zoneId: word("other") } }),
    "manifest-untrusted",
  ],
  [
    "no chain of the zone",
    (config) => ({
      ...config,
      chains: config.chains.slice(0, 1).map((c) => ({ ...c, id: "eip155:3" })),
    }),
    "for none of the zone's chains",
  ],
  [
    "more agreement than endpoints",
    (config) => ({ ...config, chains: config.chains.map((c) => ({ ...c, agreement: 2 })) }),
    "Agreement: 2 of 1",
  ],
  [
    "another's keystore",
    (config) => ({
      ...config,
      validator: { keystore: "relayer.json", passphrase: { file: "passphrase" } },
    }),
    "another key than the zone manifest names",
  ],
  [
    "a wrong passphrase",
    (config) => ({
      ...config,
      validator: { keystore: "validator.json", passphrase: { file: "config.json" } },
    }),
    "The passphrase does not open this keystore",
  ],
])("%s: a sentence and exit code 2", async (_, change, words) => {
  const result = await start(prepare(1, change));
  expect(result.stderr).toContain(words);
  expect(result.stderr).toContain("docs/reference/errors/");
  expect(result.stderr).not.toContain("    at ");
  expect(result.code).toBe(2);
});

test("a manifest changed by one byte is refused", async () => {
  const node = prepare(1);
  const path = join(node.folder, "manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("Chain 2", "Chain 3"));
  expect(await start(node)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("manifest-signature"),
  });
});

test("a database that is damaged: a sentence and exit code 1", async () => {
  const node = prepare(1);
  writeFileSync(
    join(node.folder, "node.sqlite"),
    "no database at all, but long enough to be looked at ".repeat(30),
  );
  expect(await start(node)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("store-corrupt"),
  });
});

test("with every chain unreachable the node answers, says it is not ready, shows no secret, and stops when told", async () => {
  const node = prepare(await freePort());
  await node.start();
  const isUnready = async () => (await fetch(`${node.url}/v1/ready`)).status === 503;
  await until(isUnready, 60_000, "unreadiness");
  // It is unready from the first moment, and knows why once it has asked.
  const problem = async () => {
    const { tasks } = await node.get<{ tasks: { name: string; problem?: string }[] }>("/v1/ready");
    return tasks.find(({ name }) => name === "observe eip155:1")?.problem;
  };
  await expect.poll(problem, { timeout: 60_000 }).toMatch("No RPC endpoint");
  const second = await start({ ...node });
  expect(second).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/store-locked|listen-failed/),
  });
  await node.kill("SIGTERM");
  const lines = node.logs().trim().split("\n");
  expect(lines.at(-1)).toContain("node-stopped");
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  const secrets = ["correct horse", word("only").slice(2), word("relayer").slice(2)];
  for (const secret of secrets) expect(node.logs()).not.toContain(secret);
}, 120_000);
