import { expect, test } from "vitest";
import { planMisfortunes } from "./plan.ts";

const AN_HOUR = 3_600_000;

test("a seed gives one plan, another seed another", () => {
  expect(planMisfortunes(7, AN_HOUR)).toEqual(planMisfortunes(7, AN_HOUR));
  expect(planMisfortunes(7, AN_HOUR)).not.toEqual(planMisfortunes(8, AN_HOUR));
});

test("an hour has hundreds of misfortunes of every kind, in their order", () => {
  const plan = planMisfortunes(1, AN_HOUR);
  expect(plan.length).toBeGreaterThan(400);
  expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).sort((a, b) => a - b));
  expect(new Set(plan.map(({ kind }) => kind))).toEqual(
    new Set(["nodes-killed", "chain-killed", "node-restarted", "endpoint"]),
  );
  const faults = plan.flatMap((one) => (one.kind === "endpoint" ? [one.fault] : []));
  expect(new Set(faults).size).toBe(5);
  expect(plan.every(({ at, lasts }) => at < AN_HOUR && lasts >= 1_000)).toBe(true);
});

test("one, two or three different nodes are killed at once", () => {
  const killed = planMisfortunes(2, AN_HOUR).flatMap((one) =>
    one.kind === "nodes-killed" ? [one.partners] : [],
  );
  expect(killed.every((partners) => new Set(partners).size === partners.length)).toBe(true);
  expect([...new Set(killed.map(({ length }) => length))].sort()).toEqual([1, 2, 3]);
});

test("spared chains are stopped instead, at the same times", () => {
  const spared = planMisfortunes(1, AN_HOUR, "chain-stopped");
  const undone = spared.map((one) =>
    one.kind === "chain-stopped" ? { ...one, kind: "chain-killed" } : one,
  );
  expect(spared.some(({ kind }) => kind === "chain-killed")).toBe(false);
  expect(undone).toEqual(planMisfortunes(1, AN_HOUR));
});
