import { expect, test } from "vitest";
import { attest } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { accountOf, word } from "../../test/model/messages.ts";
import { verifiedMemory } from "./verified.ts";

const { laneId } = ROUTE;
const attestation = await attest(0, { laneId, anchor: 0, sequence: 7, head: word("head") });

test("what was verified is known, under its own set of validators only", () => {
  const memory = verifiedMemory();
  expect(memory.has(0, attestation)).toBe(false);
  memory.add(0, attestation);
  expect(memory.has(0, { ...attestation })).toBe(true);
  expect(memory.has(1, attestation)).toBe(false);
});

test.each([
  ["laneId", word("another")],
  ["anchor", 1],
  ["sequence", 8],
  ["head", word("forged")],
  ["validator", accountOf("another")],
  ["signature", `0x${"11".repeat(64)}`],
])("with another %s it is not known", (field, value) => {
  const memory = verifiedMemory();
  memory.add(0, attestation);
  expect(memory.has(0, { ...attestation, [field]: value })).toBe(false);
});

test("no more than a number are remembered, the newest", () => {
  const memory = verifiedMemory(2);
  const three = [1, 2, 3].map((sequence) => ({ ...attestation, sequence }));
  for (const each of three) memory.add(0, each);
  expect(three.map((each) => memory.has(0, each))).toEqual([false, true, true]);
});
