import fc from "fast-check";
import { expect, test } from "vitest";
import { divisionStep, MOST_PAYEES } from "./division.ts";

test("a split with nothing to divide is left alone, a short list is divided at once, others in parts", () => {
  const split = { undistributed: 5n, next: 0, payees: 3 };
  expect(divisionStep({ ...split, undistributed: 0n }, false)).toEqual({ kind: "none" });
  expect(divisionStep(split, false)).toEqual({ kind: "whole" });
  expect(divisionStep(split, true)).toEqual({ kind: "part", from: 0, most: MOST_PAYEES });
  expect(divisionStep({ undistributed: 0n, next: 2, payees: 3 }, false)).toMatchObject({ from: 2 });
});

test("however long a list is, parts come to its end, and none is larger than a block takes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.boolean(), (payees, wasRefused) => {
      let split = { undistributed: 1n, next: 0, payees };
      let paid = 0;
      for (let calls = 0; calls <= 500; calls++) {
        const step = divisionStep(split, wasRefused);
        if (step.kind === "none") break;
        const most = step.kind === "whole" ? payees : step.most;
        expect(Math.min(most, payees - split.next)).toBeLessThanOrEqual(MOST_PAYEES);
        paid += Math.min(most, payees - split.next);
        const end = split.next + most;
        split = { payees, undistributed: 0n, next: end >= payees ? 0 : end };
      }
      expect(paid).toBe(payees);
    }),
  );
});
