import { appendHead } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { fittingCount, isBatchDue, type PendingMessage, planBatch } from "./batch.ts";
import { checkpointsOf } from "./checkpoints.ts";
import { MOST_GAS } from "./gas.ts";

const all = sentMessages(
  ROUTE.laneId,
  Array.from({ length: 120 }, (_, i) => Math.floor(i / 7)),
);
const places = checkpointsOf(all);
const pendingFrom = (first: number, gas: number): PendingMessage[] =>
  all.slice(first - 1).map((message) => ({ ...message, gas, needed: gas }));

test("whatever is planned leads from what is delivered to a signed head, within the budget", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 119 }),
      fc.integer({ min: 1, max: 5_000 }),
      fc.array(fc.nat(places.length - 1), { minLength: 1 }),
      (first, budget, chosen) => {
        const attested = chosen.map((i) => places[i]).filter((place) => place !== undefined);
        const batch = planBatch(pendingFrom(first, 100), attested, budget);
        const useful = attested.some(({ sequence }) => sequence >= first);
        expect(batch !== undefined).toBe(useful);
        if (batch === undefined) return;
        expect(batch.first).toBe(first);
        const bodies = all.slice(first - 1, batch.last);
        expect(batch.bodies).toEqual(bodies.map(({ body }) => body));
        expect(bodies.length === 1 || bodies.length * 100 <= budget).toBe(true);
        let head = all[first - 2]?.messageId ?? ROUTE.laneId;
        for (const { messageHash } of bodies) head = appendHead(head, messageHash);
        for (const hash of batch.tailHashes) head = appendHead(head, hash);
        expect(head).toBe(batch.checkpoint.head);
        expect(batch.last + batch.tailHashes.length).toBe(batch.checkpoint.sequence);
      },
    ),
    { numRuns: 200 },
  );
});

test("the highest checkpoint that fits is used, without tail hashes", () => {
  const batch = planBatch(pendingFrom(1, 100), places, 3_000);
  expect(batch).toMatchObject({ first: 1, last: 28, tailHashes: [] });
});

test("nothing is planned without messages, or when the messages do not reach the checkpoint", () => {
  expect(planBatch([], places, 1_000)).toBeUndefined();
  expect(
    planBatch(pendingFrom(1, 100).slice(0, 3), [{ sequence: 7, head: ROUTE.laneId }], 1_000),
  ).toBeUndefined();
});

test("a call stays under what chains' nodes pass on", () => {
  const body: Hex = `0x${"11".repeat(3_000)}`;
  const large = pendingFrom(1, 1).map((message) => ({ ...message, body }));
  const fits = fittingCount(large, Number.POSITIVE_INFINITY);
  expect(fits * 3_000).toBeGreaterThan(100_000);
  expect(fits * (3_000 + 64)).toBeLessThan(120_000);
});

test("at least one message fits, and a batch is due by gas or by age", () => {
  expect(fittingCount(pendingFrom(1, 100), 50)).toBe(1);
  expect(fittingCount(pendingFrom(1, 100), 250)).toBe(2);
  expect(fittingCount(pendingFrom(119, 100), 10_000)).toBe(2);
  const demanding = pendingFrom(1, 100).map((message) => ({ ...message, needed: MOST_GAS - 250 }));
  expect(fittingCount(demanding, 10_000)).toBe(3);
  expect([
    isBatchDue(10, 0, { gas: 10, age: 5 }),
    isBatchDue(1, 5, { gas: 10, age: 5 }),
    isBatchDue(1, 4, { gas: 10, age: 5 }),
  ]).toEqual([true, true, false]);
});
