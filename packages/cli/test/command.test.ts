import { once } from "node:events";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spawnRyugu } from "./support/spawn-ryugu.ts";
import { localZoneFolder, temporaryFolder, testManifest } from "./support/test-zone.ts";

/** The real command, in processes of its own: what stands on stdout and stderr, and how it ends. */

test("valid metadata from a pipe: a report on stdout, nothing on stderr, 0", async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await spawnRyugu(["asset", "validate", "-"], {
    cwd: folder.path,
    stdin: '{"name":"浦島の亀"}',
  });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^浦島の亀 {2}-\n[\s\S]*✓ Valid\.\n$/);
});

test("invalid metadata as JSON: exactly one value on stdout, 1", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "m.json"), '{"name":"a","image":"javascript:alert(1)"}');
  const { code, stdout, stderr } = await spawnRyugu(["asset", "validate", "m.json", "--json"], {
    cwd: folder.path,
  });
  expect([code, stderr]).toEqual([1, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "invalid" });
});

test("bad arguments: nothing on stdout, a sentence on stderr, 2", async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await spawnRyugu(["asset", "validte"], { cwd: folder.path });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^✗ Unknown command 'validte'\.\n {2}Did you mean validate\?\n/);
});

test("an error as JSON is one line on stderr", async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await spawnRyugu(["zone", "show", "--json"], {
    cwd: folder.path,
  });
  expect([code, stdout]).toEqual([3, ""]);
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(JSON.parse(stderr)).toMatchObject({ code: "zone-not-found" });
});

test("the zone of the folder is shown; colour only where it is asked for", async () => {
  using folder = await localZoneFolder();
  const show = (env: Record<string, string>, ...args: string[]) =>
    spawnRyugu(["zone", "show", ...args], { cwd: folder.path, env });
  const plain = await show({});
  const forced = await show({ FORCE_COLOR: "1" });
  const refused = await show({ FORCE_COLOR: "1" }, "--no-color");
  expect([plain.code, forced.code, refused.code]).toEqual([0, 0, 0]);
  expect(plain.stdout).toContain("浦島カード");
  expect(forced.stdout).toContain("\u001b[");
  expect(refused.stdout).toBe(plain.stdout);
});

test("a file of 200 MB that is no avatar is refused at once, in little memory", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "huge.vrm");
  writeFileSync(path, "");
  truncateSync(path, 200_000_000);
  const { code, stdout } = await spawnRyugu(["avatar", "inspect", "huge.vrm", "--json"], {
    cwd: folder.path,
    env: { NODE_OPTIONS: "--max-old-space-size=64" },
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ accepted: false, refusal: { code: "not-a-glb" } });
});

test("what is no file is refused in a sentence", async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, "folder.vrm"));
  for (const name of ["folder.vrm", "nowhere.vrm"]) {
    const { code, stdout, stderr } = await spawnRyugu(["avatar", "inspect", name], {
      cwd: folder.path,
    });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).not.toContain("    at ");
  }
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a command that waits, with 130",
  async (signal) => {
    using folder = temporaryFolder();
    const { trust } = await testManifest();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const anchor = `${trust.zoneId}:${trust.genesisSetHash}`;
    const { code, stdout, stderr } = await spawnRyugu(
      ["zone", "show", "--manifest", url, "--trust", anchor],
      // The server never answers: the command waits for it when the signal comes.
      { cwd: folder.path, kill: { signal, when: once(server, "request") } },
    );
    server.closeAllConnections();
    server.close();
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).toContain("Stopped.");
  },
);
