import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../test/support/test-cli.ts";
import { localZoneFolder, temporaryFolder, testManifest } from "../../test/support/test-zone.ts";

const OTHER = `0x${"ab".repeat(32)}`;

test("the zone of this folder is found from anywhere below it", async () => {
  using folder = await localZoneFolder();
  const below = join(folder.path, "a", "b");
  mkdirSync(below, { recursive: true });
  const { exitCode, stdout } = await run(["zone", "show", "--json"], { cwd: below });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ name: "cli.test", verified: true, version: 7 });
});

test.each([".", ".ryugu", ".ryugu/ready.json"])("RYUGU_ZONE may name %s", async (place) => {
  using folder = await localZoneFolder();
  using elsewhere = temporaryFolder();
  const env = { RYUGU_ZONE: join(folder.path, place) };
  expect((await run(["zone", "show"], { cwd: elsewhere.path, env })).exitCode).toBe(0);
});

test("a named manifest goes before the local zone, and is believed only against what is known", async () => {
  using folder = await localZoneFolder();
  const { trust } = folder;
  const named = ["zone", "show", "--manifest", ".ryugu/zone.json"];
  const with_ = (value: string) => run([...named, "--trust", value], { cwd: folder.path });
  expect((await run(named, { cwd: folder.path })).exitCode).toBe(2);
  expect((await with_(trust.zoneId)).exitCode).toBe(2);
  expect((await with_(`${trust.zoneId}:${trust.genesisSetHash}`)).exitCode).toBe(0);
  const wrong = await with_(`${OTHER}:${trust.genesisSetHash}`);
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toContain("another zone id");
});

test("a manifest with a changed word is refused", async () => {
  using folder = temporaryFolder();
  const { manifest, trust } = await testManifest();
  const forged = { ...manifest, version: manifest.version + 1 };
  writeFileSync(join(folder.path, "zone.json"), JSON.stringify(forged));
  const anchor = `${trust.zoneId}:${trust.genesisSetHash}`;
  const { exitCode, stderr } = await run(
    ["zone", "show", "--manifest", "zone.json", "--trust", anchor, "--json"],
    { cwd: folder.path },
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ code: "manifest-signature" });
});

test("without any zone the command says how to name one", async () => {
  using folder = temporaryFolder();
  const { exitCode, stderr } = await run(["zone", "show"], { cwd: folder.path });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("--manifest");
  expect(stderr).toContain("npm start");
});

test.each([
  ["no JSON", "{"],
  ["another shape", '{"zone":{}}'],
])("a ready.json that is %s is refused in a sentence", async (_, text) => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, ".ryugu"));
  writeFileSync(join(folder.path, ".ryugu", "ready.json"), text);
  const { exitCode, stderr } = await run(["zone", "show"], { cwd: folder.path });
  expect(exitCode).toBe(1);
  expect(stderr).not.toContain("    at ");
});

test("a manifest's server that is down, refuses or answers nonsense is told apart", async () => {
  const { trust } = await testManifest();
  const anchor = `${trust.zoneId}:${trust.genesisSetHash}`;
  const from = (fetch: typeof globalThis.fetch) =>
    run(["zone", "show", "--manifest", "https://zone.example/", "--trust", anchor], { fetch });
  const down = await from(() => Promise.reject(new TypeError("fetch failed")));
  const busy = await from(async () => new Response("", { status: 503 }));
  const gone = await from(async () => new Response("", { status: 404 }));
  const huge = await from(async () => new Response("x".repeat(2_000_000)));
  const nonsense = await from(async () => new Response("<html>"));
  const codes = [down, busy, gone, huge, nonsense].map(({ exitCode }) => exitCode);
  expect(codes).toEqual([5, 5, 3, 1, 1]);
});
