import type { TransferState } from "@ryugu/sdk/transfer";
import { expect, test } from "vitest";
import { makeTransfer } from "../../test/support/made-transfer.ts";
import { laneProgress, transferSteps } from "./steps.ts";

const make = (state: TransferState, signers: number) =>
  makeTransfer({ laneId: "0x00", sequence: 1, state, signers });
const phases = (state: TransferState, signers: number) =>
  transferSteps(make(state, signers))
    .map(({ phase }) => phase)
    .join(" ");

test.each([
  ["sent", 0, "done now next next next next"],
  ["sent", 1, "done done done now next next"],
  ["final", 0, "done done now next next next"],
  ["final", 2, "done done done done now next"],
  ["attested", 3, "done done done done done now"],
  ["delivered", 3, "done done done done done done"],
  ["parked", 3, "done done done done done done"],
] as const)("%s with %i signatures: %s", (state, signers, expected) => {
  expect(phases(state, signers)).toBe(expected);
});

test("names the ending and who signed", () => {
  expect(transferSteps(make("parked", 3)).at(-1)?.kind).toBe("parked");
  expect(transferSteps(make("returned", 3)).at(-1)?.kind).toBe("returned");
  const status = make("final", 1);
  expect(transferSteps(status)[2]?.signer).toBe(status.signers[0]);
});

test("a transfer only ever moves forward along its lane", () => {
  const journey = [
    make("sent", 0),
    ...[0, 1, 2, 3].map((n) => make("final", n)),
    make("attested", 3),
    make("delivered", 3),
  ];
  const places = journey.map(laneProgress);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.at(-1)).toBe(1);
});
