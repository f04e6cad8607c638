import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedData } from "../../test/support/shared-data.ts";
import { run } from "../../test/support/test-cli.ts";
import { temporaryFolder } from "../../test/support/test-zone.ts";

const data = sharedData();
const vrms = (...folder: string[]) =>
  data === undefined
    ? []
    : readdirSync(join(data, ...folder))
        .filter((name) => name.endsWith(".vrm"))
        .map((name) => join(data, ...folder, name));

test.skipIf(data === undefined)(
  "every avatar of the shared data is described, and accepted",
  async () => {
    const files = vrms("avatars");
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const people = await run(["avatar", "inspect", file]);
      expect([file, people.exitCode]).toEqual([file, 0]);
      expect(people.stdout).toMatch(/format +VRM (?:0\.x|1\.0)/);
      const machines = await run(["avatar", "inspect", file, "--json"]);
      expect(JSON.parse(machines.stdout)).toMatchObject({ file, accepted: true });
    }
  },
);

test.skipIf(data === undefined)("every malformed avatar is refused with its reason", async () => {
  const files = vrms("avatars", "malformed");
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const people = await run(["avatar", "inspect", file]);
    const machines = await run(["avatar", "inspect", file, "--json"]);
    const { accepted, refusal } = JSON.parse(machines.stdout);
    expect([file, people.exitCode, machines.exitCode, accepted]).toEqual([file, 1, 1, false]);
    expect(people.stdout).toContain(refusal.code);
  }
});

test.skipIf(data === undefined)(
  "a file, a web address and standard input give the same",
  async () => {
    const file = join(data ?? "", "avatars", "spec_mtoon_uvanim_v1.vrm");
    const bytes = readFileSync(file);
    const inspection = async (source: string) => {
      const { stdout } = await run(["avatar", "inspect", source, "--json"], {
        fetch: async () => new Response(bytes),
        stdin: (async function* () {
          yield bytes;
        })(),
      });
      return JSON.parse(stdout).inspection;
    };
    const onDisk = await inspection(file);
    expect(onDisk.version).toBe("1.0");
    expect(await inspection("https://avatar.example/me.vrm")).toEqual(onDisk);
    expect(await inspection("-")).toEqual(onDisk);
  },
);

test.each([
  ["not a GLB", "hello", "not-a-glb"],
  [
    "a Git LFS pointer",
    "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
    "git-lfs-pointer",
  ],
  ["nothing", "", "not-a-glb"],
])("%s is refused by name", async (_, content, code) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "a.vrm"), content);
  const { exitCode, stdout, stderr } = await run(["avatar", "inspect", "a.vrm", "--json"], {
    cwd: folder.path,
  });
  expect([exitCode, stderr]).toEqual([1, ""]);
  expect(JSON.parse(stdout).refusal).toMatchObject({ code });
});
