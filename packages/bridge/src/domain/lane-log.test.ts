import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUTE, sentLogs } from "../../test/model/lane.ts";
import { transferBody, word } from "../../test/model/messages.ts";
import { LogMismatchError } from "./errors.ts";
import type { MessageSentLog } from "./gateway-log.ts";
import { byLane, extendLane, tipAfter } from "./lane-log.ts";

const { laneId } = ROUTE;
const empty = { count: 0, head: laneId };
const someLogs = fc
  .integer({ min: 1, max: 12 })
  .map((n) => sentLogs(laneId, empty, new Array(n).fill(7)));

test("honest logs continue a lane, in one piece or in several", () => {
  fc.assert(
    fc.property(someLogs, fc.nat(12), (logs, cut) => {
      const whole = extendLane(empty, logs);
      const first = extendLane(empty, logs.slice(0, cut));
      const second = extendLane(tipAfter(empty, first), logs.slice(cut));
      expect([...first, ...second]).toEqual(whole);
      expect(tipAfter(empty, whole)).toEqual({ count: logs.length, head: logs.at(-1)?.messageId });
    }),
    { numRuns: 30 },
  );
});

const tamper: Record<string, (logs: MessageSentLog[], i: number) => MessageSentLog[]> = {
  dropped: (logs, i) => logs.toSpliced(i, 1),
  doubled: (logs, i) => logs.toSpliced(i, 0, ...logs.slice(i, i + 1)),
  "changed body": (logs, i) =>
    logs.map((log, j) => (i === j ? { ...log, body: transferBody(99n) } : log)),
  "changed id": (logs, i) =>
    logs.map((log, j) => (i === j ? { ...log, messageId: word("other") } : log)),
  "changed sequence": (logs, i) =>
    logs.map((log, j) => (i === j ? { ...log, sequence: log.sequence + 1 } : log)),
};

test.each(Object.keys(tamper))("a log that was %s is found", (how) => {
  fc.assert(
    fc.property(someLogs, fc.nat(11), (logs, where) => {
      const index = where % logs.length;
      // Nothing shows the loss of the last log but the gateway's own count.
      fc.pre(how !== "dropped" || index < logs.length - 1);
      const changed = tamper[how]?.(logs, index) ?? [];
      expect(() => extendLane(empty, changed)).toThrow(LogMismatchError);
    }),
    { numRuns: 30 },
  );
});

test("logs are grouped by lane in their order", () => {
  const [a, b] = sentLogs(laneId, empty, [1, 2]);
  const other = sentLogs(word("other"), { count: 0, head: word("other") }, [1]);
  if (a === undefined || b === undefined) throw new Error("no logs");
  expect(byLane([a, ...other, b])).toEqual(
    new Map([
      [laneId, [a, b]],
      [word("other"), other],
    ]),
  );
});
