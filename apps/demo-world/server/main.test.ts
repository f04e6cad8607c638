import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const digest = `0x${"0a".repeat(32)}`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-main-"));
  await mkdir(join(folder, "dist"));
  await writeFile(join(folder, "dist/index.html"), "<!doctype html>");
});
afterAll(() => rm(folder, { recursive: true }));

async function configFile(name: string, change: Record<string, unknown>): Promise<string> {
  const trust = { zoneId: digest, genesisSetHash: digest };
  const value = {
    port: 0,
    dist: "dist",
    manifest: "zone.json",
    content: "content",
    trust,
    ...change,
  };
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(value));
  return file;
}

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--conditions=ryugu-source", MAIN, ...args]);
  const output = { out: "", err: "" };
  child.stdout.on("data", (part) => {
    output.out += part;
  });
  child.stderr.on("data", (part) => {
    output.err += part;
  });
  return { child, output };
}

test("prints one line when it listens, and SIGTERM ends it", async () => {
  const { child, output } = run("--config", await configFile("good.json", {}));
  while (!output.out.includes("\n")) await once(child.stdout, "data");
  const { event, url } = JSON.parse(output.out) as { event: string; url: string };
  expect(event).toBe("listening");
  expect((await fetch(`${url}health`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  ["no configuration", [], 2, /--config/],
  ["a configuration that is not there", ["--config", "/nowhere.json"], 2, /could not be read/],
  ["an unknown argument", ["--prot", "1"], 2, /--prot/],
] as const)("ends with a sentence for %s", async (_, args, code, sentence) => {
  const { child, output } = run(...args);
  expect(await once(child, "close")).toEqual([code, null]);
  expect(output.err).toMatch(sentence);
  expect(output.err).not.toContain("    at ");
});

test("says that its port is taken, and that a page is not built", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const taken = run("--config", await configFile("taken.json", { port }));
  expect(await once(taken.child, "close")).toEqual([1, null]);
  expect(taken.output.err).toContain(`Port ${port} is taken.`);
  other.close();
  const unbuilt = run("--config", await configFile("unbuilt.json", { dist: "nothing" }));
  expect(await once(unbuilt.child, "close")).toEqual([1, null]);
  expect(unbuilt.output.err).toMatch(/page/);
});
