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
