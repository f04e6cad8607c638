import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUTE } from "../../test/model/lane.ts";
import { word } from "../../test/model/messages.ts";
import {
  isUnderWay,
  nextStep,
  raisedFee,
  type Submission,
  type SubmissionView,
} from "./submission.ts";

const submission: Submission = {
  kind: "delivery",
  chain: ROUTE.destinationChain,
  nonce: 5,
  laneId: ROUTE.laneId,
  first: 1,
  last: 10,
  to: "0x",
  data: "0x",
  gas: 1n,
  state: "pending",
  attempts: [{ hash: word("tx"), raw: "0x", maxFee: 100n, time: 1_000 }],
};
const mined: Submission = { ...submission, state: "mined" };
const view: SubmissionView = {
  nextNonce: 5,
  finalBlock: 10,
  useless: false,
  now: 1_500,
  bumpAfter: 1_000,
};

test.each([
  ["young and pending: waits", submission, view, "wait"],
  ["old and pending: a higher fee", submission, { ...view, now: 2_000 }, "raise"],
  [
    "old, but others delivered all of it: the nonce is filled",
    submission,
    { ...view, now: 2_000, useless: true },
    "cancel",
  ],
  ["mined, not final", submission, { ...view, minedIn: 11, nextNonce: 6 }, "mark-mined"],
  ["still mined, not final", mined, { ...view, minedIn: 11, nextNonce: 6 }, "wait"],
  ["mined and final", mined, { ...view, minedIn: 10, nextNonce: 6 }, "mark-done"],
  ["mined, then reorganised away", mined, view, "reopen"],
  ["its nonce went to something else", submission, { ...view, nextNonce: 6 }, "mark-lost"],
] as const)("%s", (_, given, seen, step) => {
  expect(nextStep(given, seen)).toBe(step);
});

test("a raised fee is accepted as a replacement, and never far over the market", () => {
  const fee = fc.bigInt(1n, 10n ** 15n);
  fc.assert(
    fc.property(fee, fee, (previous, market) => {
      const raised = raisedFee(previous, market);
      const bounded = previous + previous / 8n + 1n <= market * 8n;
      expect(raised !== undefined).toBe(bounded);
      if (raised === undefined) return;
      expect(raised > previous).toBe(true);
      expect(raised <= market * 8n).toBe(true);
      expect(raised >= market).toBe(true);
    }),
  );
});

test("where the market asks nothing, nothing is offered over it", () => {
  expect(raisedFee(0n, 0n)).toBeUndefined();
  expect(raisedFee(5n, 0n)).toBeUndefined();
  expect(raisedFee(0n, 3n)).toBe(3n);
});

test("a mined transaction that delivered nothing is given up after a while", () => {
  expect([
    isUnderWay(submission, 9_999_999, 10),
    isUnderWay(mined, 1_005, 10),
    isUnderWay(mined, 1_010, 10),
  ]).toEqual([true, true, false]);
  expect(isUnderWay({ ...submission, state: "done" }, 0, 10)).toBe(false);
});
