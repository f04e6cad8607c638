import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { WorldConfigError } from "./errors.ts";

const digest = `0x${"0a".repeat(32)}`;
const GOOD = {
  port: 0,
  dist: "dist",
  manifest: "/zone/zone.json",
  content: "content",
  trust: { zoneId: digest, genesisSetHash: digest },
};

test("takes relative paths from its own folder and listens on this machine only unless told otherwise", () => {
  expect(readConfig(JSON.stringify(GOOD), "/zone")).toMatchObject({
    host: "127.0.0.1",
    dist: "/zone/dist",
    manifest: "/zone/zone.json",
    content: "/zone/content",
  });
});

const PLATFORM = {
  slug: "minato",
  partner: "Shiosai Trading",
  publicUrl: "http://localhost:4001",
  chain: "eip155:31337",
  rpcUrl: "http://127.0.0.1:8545",
  operator: { keystore: "key.json", passphraseFile: "/secret/pass" },
  data: "world",
  avatars: "avatars",
  works: "works",
};

test("a platform's paths are absolute, and its limits have their usual values", () => {
  const { platform } = readConfig(JSON.stringify({ ...GOOD, platform: PLATFORM }), "/zone");
  expect(platform).toMatchObject({
    operator: { keystore: "/zone/key.json", passphraseFile: "/secret/pass" },
    data: "/zone/world",
    avatars: "/zone/avatars",
    origins: [],
    limits: { people: 120, connections: 400 },
  });
});

test("a platform's money and its issuer's token are read; without them it sells nothing", () => {
  const at = (n: number) => `0x${`0${n}`.repeat(20)}`;
  const money = { market: at(1), rail: at(2), splits: at(3), yen: at(4) };
  const issuer = { url: "http://127.0.0.1:18519", tokenFile: "secret/token" };
  const read = (change: object) =>
    readConfig(JSON.stringify({ ...GOOD, platform: { ...PLATFORM, ...change } }), "/zone").platform;
  expect(read({ money, issuer })).toMatchObject({
    money,
    issuer: { url: issuer.url, tokenFile: "/zone/secret/token" },
  });
  expect(read({})?.money).toBeUndefined();
});

test.each([
  ["a public address with a path", { publicUrl: "http://localhost:4001/" }],
  ["a public address of another kind", { publicUrl: "ftp://localhost" }],
  ["an origin with a user in it", { origins: ["http://a@b"] }],
  ["a chain that is none", { chain: "31337" }],
  ["a limit of nothing", { limits: { people: 0 } }],
  ["a market without a yen", { money: { market: digest.slice(0, 42) } }],
  ["a yen that is no address", { money: { market: "0x", rail: "0x", splits: "0x", yen: "yen" } }],
  ["a token in the file itself", { issuer: { url: "http://127.0.0.1", token: "secret" } }],
  ["a key in the file itself", { operator: { privateKey: "0x00" } }],
])("refuses a platform with %s", (_, change) => {
  const wrong = { ...GOOD, platform: { ...PLATFORM, ...change } };
  expect(() => readConfig(JSON.stringify(wrong), "/zone")).toThrow(WorldConfigError);
});

test.each([
  ["not JSON", "{"],
  ["a missing field", JSON.stringify({ ...GOOD, trust: undefined })],
  ["an unknown field", JSON.stringify({ ...GOOD, prot: 1 })],
  ["a port out of range", JSON.stringify({ ...GOOD, port: 70_000 })],
  [
    "a short digest",
    JSON.stringify({ ...GOOD, trust: { zoneId: "0x00", genesisSetHash: digest } }),
  ],
])("refuses %s, saying where", (_, text) => {
  expect(() => readConfig(text, "/zone")).toThrow(WorldConfigError);
});

test("names every wrong field", () => {
  const wrong = JSON.stringify({ ...GOOD, port: -1, dist: "" });
  try {
    readConfig(wrong, "/zone");
    expect.unreachable();
  } catch (error) {
    expect((error as WorldConfigError).details.join("\n")).toMatch(/port[\s\S]*dist/);
  }
});
