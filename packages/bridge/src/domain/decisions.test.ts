import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { transferBody, word } from "../../test/model/messages.ts";
import { findConflict, sameTip } from "./conflict.ts";
import { finalBlock } from "./finality.ts";
import { messageGas, shareTaken } from "./gas.ts";
import { emptyLane } from "./lane.ts";
import { growRange, rangeSize, shrinkRange } from "./range.ts";
import { commonBlock } from "./reorg.ts";
import { isWorthSigning, peersToConsult } from "./signing.ts";
import { restartDelay } from "./supervision.ts";
import { transferState } from "./transfer-state.ts";

test("finality by tag, by depth and at once", () => {
  expect(finalBlock({ kind: "tag" }, 100, 96)).toBe(96);
  expect(finalBlock({ kind: "tag" }, 100, undefined)).toBe(-1);
  expect(finalBlock({ kind: "tag" }, 90, 96)).toBe(90);
  expect(finalBlock({ kind: "depth", depth: 12 }, 100, undefined)).toBe(88);
  expect(finalBlock({ kind: "depth", depth: 12 }, 5, undefined)).toBe(-1);
  expect(finalBlock({ kind: "instant" }, 100, undefined)).toBe(100);
});

test("the common block is the newest that still stands", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(50), { minLength: 1 }),
      fc.nat(60),
      async (heights, fork) => {
        const blocks = heights.map((number) => ({ number, hash: word(`${number}`) }));
        const standing = async (number: number) =>
          word(number < fork ? `${number}` : `${number} of the fork`);
        const expected = Math.max(...heights.filter((number) => number < fork));
        expect((await commonBlock(blocks, standing))?.number).toBe(
          expected === Number.NEGATIVE_INFINITY ? undefined : expected,
        );
      },
    ),
  );
});

test("a conflict is a final message that another one replaced, or none", () => {
  const messages = sentMessages(ROUTE.laneId, [1, 2, 3]);
  const changed = messages.map((m) => (m.sequence === 2 ? { ...m, messageId: word("other") } : m));
  expect(findConflict(messages, messages)).toBeUndefined();
  expect(findConflict(messages.slice(0, 2), messages)).toBeUndefined();
  expect(findConflict(messages, changed)).toEqual({
    sequence: 2,
    recorded: messages[1]?.messageId,
    found: word("other"),
  });
  expect(findConflict(messages, messages.slice(0, 2))).toEqual({
    sequence: 3,
    recorded: messages[2]?.messageId,
    found: undefined,
  });
  expect(sameTip({ count: 1, head: word("a") }, { count: 1, head: word("b") })).toBe(false);
});

test("a range shrinks to one block and grows back to its bound, never beyond", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(fc.boolean()), (max, outcomes) => {
      const size = outcomes.reduce(
        (range, ok) => (ok ? growRange(range) : shrinkRange(range)),
        rangeSize(max),
      );
      expect(size.current).toBeGreaterThanOrEqual(1);
      expect(size.current).toBeLessThanOrEqual(max);
    }),
  );
});

test("under a provider's limit a range comes close to it, and is seldom refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (limit) => {
      let size = rangeSize(5_000);
      let refusals = 0;
      for (let i = 0; i < 200; i++) {
        const isRefused = size.current > limit;
        size = isRefused ? shrinkRange(size) : growRange(size);
        if (isRefused) refusals += 1;
      }
      expect(refusals).toBeLessThanOrEqual(9);
    }),
  );
});

test("a limit that is gone is found out", () => {
  let size = shrinkRange(rangeSize(1_000));
  for (let i = 0; i < 100; i++) size = growRange(size);
  expect(size).toEqual({ current: 1_000, max: 1_000 });
});

test("signed is what somebody may still need", () => {
  const lane = {
    ...emptyLane(ROUTE),
    final: { count: 10_000, head: word("h") },
    deliveredFinal: 9_000,
  };
  const place = (sequence: number, anchor = 0) => ({
    laneId: ROUTE.laneId,
    anchor,
    sequence,
    head: word("h"),
  });
  expect(isWorthSigning(lane, place(9_001))).toBe(true);
  expect(isWorthSigning(lane, place(8_500))).toBe(true);
  expect(isWorthSigning(lane, place(7_000))).toBe(false);
  expect(isWorthSigning({ ...lane, deliveredFinal: 10 }, place(11))).toBe(true);
  expect(isWorthSigning(lane, place(9_001, 1))).toBe(false);
  expect(
    isWorthSigning({ ...lane, halted: { time: 0, reason: "", details: [] } }, place(9_001)),
  ).toBe(false);
  expect([peersToConsult(1), peersToConsult(3)]).toEqual([0, 2]);
});

test("a transfer's state by its facts", () => {
  const sent = {
    final: false,
    attested: false,
    delivered: false,
    parked: false,
    retried: false,
    returned: false,
  };
  expect(transferState(sent)).toBe("sent");
  expect(transferState({ ...sent, final: true })).toBe("final");
  expect(transferState({ ...sent, attested: true })).toBe("sent");
  expect(transferState({ ...sent, final: true, attested: true })).toBe("attested");
  expect(transferState({ ...sent, delivered: true })).toBe("delivered");
  expect(transferState({ ...sent, delivered: true, parked: true })).toBe("parked");
  expect(transferState({ ...sent, delivered: true, parked: true, retried: true })).toBe(
    "delivered",
  );
  expect(transferState({ ...sent, delivered: true, parked: true, returned: true })).toBe(
    "returned",
  );
});

test("deliveries count as what the chain says of them, within bounds", () => {
  expect(shareTaken(1_000, 400n)).toBe(0.4);
  expect(shareTaken(1_000, 1n)).toBe(0.2);
  expect(shareTaken(1_000, 5_000n)).toBe(1);
  expect(shareTaken(0, 5n)).toBe(1);
});

test("gas is expected by what a message carries, and failures wait longer each time", () => {
  expect(messageGas(transferBody(1n)).gas).toBe(130_000);
  const bounds = { first: 100, most: 1_000 };
  expect([1, 2, 3, 4, 5, 100].map((n) => restartDelay(n, bounds))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
});
