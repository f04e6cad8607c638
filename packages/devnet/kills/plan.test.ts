import { expect, test } from "vitest";
import { type PlanOptions, planMisfortunes } from "./plan.ts";

const AN_HOUR = 3_600_000;
const hour = (seed: number, more: Partial<PlanOptions> = {}) =>
  planMisfortunes({ seed, duration: AN_HOUR, chains: "chain-killed", ...more });
const PROCESSES = {
  otohime: ["node-otohime-relay-1", "node-otohime-relay-2", "node-otohime-api-1"],
  sango: ["node-sango-relay-1", "node-sango-relay-2", "node-sango-api-1"],
};

test("a seed gives one plan, another seed another", () => {
  expect(hour(7)).toEqual(hour(7));
  expect(hour(7)).not.toEqual(hour(8));
});

test("an hour has hundreds of misfortunes of every kind, in their order", () => {
  const plan = hour(1);
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
  const killed = hour(2).flatMap((one) => (one.kind === "nodes-killed" ? [one.partners] : []));
  expect(killed.every((partners) => new Set(partners).size === partners.length)).toBe(true);
  expect([...new Set(killed.map(({ length }) => length))].sort()).toEqual([1, 2, 3]);
});

test("spared chains are stopped instead, at the same times", () => {
  const spared = hour(1, { chains: "chain-stopped" });
  const undone = spared.map((one) =>
    one.kind === "chain-stopped" ? { ...one, kind: "chain-killed" } : one,
  );
  expect(spared.some(({ kind }) => kind === "chain-killed")).toBe(false);
  expect(undone).toEqual(hour(1));
});

test("nodes of several processes lose any of them, all of them, and their databases", () => {
  const plan = hour(3, { processes: PROCESSES });
  expect(new Set(plan.map(({ kind }) => kind))).toEqual(
    new Set([
      ...["nodes-killed", "processes-killed", "process-restarted"],
      ...["database-killed", "database-restarted", "chain-killed", "endpoint"],
    ]),
  );
  const killed = plan.flatMap((one) => (one.kind === "processes-killed" ? one.processes : []));
  expect(new Set(killed)).toEqual(new Set(Object.values(PROCESSES).flat()));
});
