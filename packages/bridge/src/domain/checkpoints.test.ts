import { CHECKPOINT_INTERVAL } from "@ryugu/sdk/lane";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { checkpointsOf } from "./checkpoints.ts";

test("the end of each block and every 16th sequence", () => {
  const messages = sentMessages(ROUTE.laneId, [...new Array(40).fill(5), 6, 9, 9]);
  expect(checkpointsOf(messages).map(({ sequence }) => sequence)).toEqual([16, 32, 40, 41, 43]);
  expect(checkpointsOf(messages)[0]?.head).toBe(messages[15]?.messageId);
  expect(checkpointsOf([])).toEqual([]);
});

test("validators that read whole blocks in different ranges sign the same places", () => {
  const blocks = fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 90 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 20 }), (all, cut) => {
      const messages = sentMessages(ROUTE.laneId, all);
      const parts = [
        messages.filter(({ at }) => at.block <= cut),
        messages.filter(({ at }) => at.block > cut),
      ];
      expect(parts.flatMap(checkpointsOf)).toEqual(checkpointsOf(messages));
      expect(checkpointsOf(messages).at(-1)?.sequence).toBe(messages.length);
      const steps = checkpointsOf(messages).map(
        ({ sequence }, i, places) => sequence - (places[i - 1]?.sequence ?? 0),
      );
      expect(Math.max(...steps)).toBeLessThanOrEqual(CHECKPOINT_INTERVAL);
    }),
    { numRuns: 25 },
  );
});
