import { expect, test } from "vitest";
import type { TrailEntry } from "../ports/trail-store.ts";
import { trailReport } from "./trail.ts";

test("the trail keeps what somebody asks for afterwards, and strangers cannot fill it", () => {
  let time = 0;
  const entries: Omit<TrailEntry, "id">[] = [];
  const store = {
    addTrail: async (entry: Omit<TrailEntry, "id">) => void entries.push(entry),
    trail: async () => [],
  };
  const report = trailReport(store, { now: () => time });
  report({ type: "tick-ended", task: "attest", milliseconds: 1, failed: false });
  report({ type: "access-used", name: "FSA", role: "regulator", route: "/v1/trail" });
  for (let i = 0; i < 100; i++)
    report({ type: "access-refused", route: "/x", reason: "wrong token" });
  report({ type: "access-refused", name: "FSA", route: "/v1/node", reason: "may not" });
  time = 60_000;
  report({ type: "access-refused", route: "/x", reason: "wrong token" });
  expect(entries.map(({ type }) => type)).toEqual([
    "access-used",
    "access-refused",
    "access-refused",
    "access-refused",
  ]);
  expect(entries[0]).toEqual({
    time: 0,
    type: "access-used",
    detail: { name: "FSA", role: "regulator", route: "/v1/trail" },
  });
});

test("a database that is away does not stop what is being reported", async () => {
  const store = { addTrail: async () => Promise.reject(new Error("away")), trail: async () => [] };
  trailReport(store, { now: () => 0 })({ type: "access-refused", route: "/x", reason: "x" });
  await new Promise((resolve) => setImmediate(resolve));
});
