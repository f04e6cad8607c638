import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { expect, test } from "vitest";
import { run, stdinOf } from "../../test/support/test-cli.ts";
import { temporaryFolder } from "../../test/support/test-zone.ts";

const GOOD = JSON.stringify({
  name: "浦島の亀",
  image: "ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
});
const validate = (text: string, ...more: string[]) =>
  run(["asset", "validate", "-", ...more], { stdin: stdinOf(text) });

test.each([
  ["valid", GOOD, 0],
  ["usable", '{"name":"a\\u202eb"}', 0],
  ["invalid", '{"name":"a","image":"javascript:alert(1)"}', 1],
  ["unreadable", "not json", 1],
  ["unreadable", '["a list"]', 1],
])("metadata that is %s ends with the right code (%#)", async (verdict, text, exitCode) => {
  const ran = await validate(text, "--json");
  expect(ran.exitCode).toBe(exitCode);
  expect(JSON.parse(ran.stdout)).toMatchObject({ source: "-", verdict });
});

test("two megabytes are not taken in", async () => {
  const { exitCode, stderr } = await validate("x".repeat(2_000_000), "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ code: "input-too-large" });
});

test("a stranger's text is shown without what could steer the terminal", async () => {
  const evil = {
    name: "a\u001b[2J\u202e",
    description: "one\r\u0007two",
    attributes: [{ trait_type: "\u009b31m", value: "\u2066x" }],
  };
  for (const more of [[], ["--json"]]) {
    const { stdout } = await validate(JSON.stringify(evil), ...more);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
  }
});

test("findings are in Japanese where the locale is", async () => {
  const args = ["asset", "validate", "-"];
  const text = '{"name":"a","image":"javascript:alert(1)"}';
  const japanese = await run(args, { stdin: stdinOf(text), env: { LANG: "ja_JP.UTF-8" } });
  const english = await run(args, { stdin: stdinOf(text), env: { LANG: "en_GB.UTF-8" } });
  expect(japanese.stdout).toMatch(/\p{Script=Hiragana}/u);
  expect(english.stdout).not.toMatch(/\p{Script=Hiragana}/u);
});

test("reads files, web addresses, data links, and ipfs links from a store", async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "turtle.json"), GOOD);
  const store = join(folder.path, "store");
  const id = await fileContentStore(store).put(new TextEncoder().encode(GOOD));
  const world = { cwd: folder.path, fetch: async () => new Response(GOOD) };
  const sources = [
    ["turtle.json"],
    ["https://nft.example/7"],
    [`data:application/json,${encodeURIComponent(GOOD)}`],
    [`ipfs://${id}`, "--store", "store"],
  ];
  for (const source of sources) {
    const { exitCode, stdout } = await run(["asset", "validate", ...source], world);
    expect([source[0], exitCode]).toEqual([source[0], 0]);
    expect(stdout).toContain("浦島の亀");
  }
});

test.each([
  ["a missing file", ["nowhere.json"], 3, "input-unreadable"],
  ["a folder", ["."], 3, "input-unreadable"],
  [
    "an ipfs link without a store",
    ["ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"],
    3,
    "link-unreadable",
  ],
  [
    "content that a store lacks",
    ["ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", "--store", "."],
    3,
    "content-not-found",
  ],
  ["two stores", ["ipfs://x", "--store", ".", "--ipfs-rpc", "http://127.0.0.1:1"], 2, "usage"],
  ["a store that is no address", ["ipfs://x", "--ipfs-rpc", "ftp://x"], 2, "usage"],
])("%s is a typed error", async (_, args, exitCode, code) => {
  using folder = temporaryFolder();
  const ran = await run(["asset", "validate", ...args, "--json"], { cwd: folder.path });
  expect([ran.exitCode, ran.stdout]).toEqual([exitCode, ""]);
  expect(JSON.parse(ran.stderr)).toMatchObject({ code });
});
