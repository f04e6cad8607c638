import { expect, test } from "vitest";
import { crossingBeads } from "./beads.ts";
import { beginCrossing, type Crossing } from "./crossing.ts";

const token = { chain: "eip155:1", contract: `0x${"1".repeat(40)}`, id: "1" };
const begun = beginCrossing(
  { from: "minato", to: "garan", token, name: { en: "Coral", ja: "珊瑚" } },
  0,
);
const states = (crossing: Crossing | undefined) =>
  crossingBeads(crossing).map(({ state }) => state);

test("nobody carries anything: every light waits", () => {
  expect(states(undefined)).toEqual(Array(6).fill("waiting"));
});

test("the lights shine one after another, and the next one is under way", () => {
  expect(states({ ...begun, phase: "sending" })[0]).toBe("now");
  expect(states({ ...begun, phase: "final", quorum: 3, signers: ["Aoi"] })).toEqual([
    "done",
    "done",
    "done",
    "now",
    "waiting",
    "waiting",
  ]);
  expect(states({ ...begun, phase: "attested", quorum: 3, signers: ["A", "B", "C"] })[5]).toBe(
    "now",
  );
  expect(new Set(states({ ...begun, phase: "delivered", quorum: 3 }))).toEqual(new Set(["done"]));
});

test("a signature that is here before the node that is asked has seen the final block", () => {
  expect(states({ ...begun, phase: "sent", quorum: 3, signers: ["Aoi"] })).toEqual([
    "done",
    "done",
    "done",
    "now",
    "waiting",
    "waiting",
  ]);
});

test("there are as many signatures as are needed, with the names of who signed", () => {
  const beads = crossingBeads({ ...begun, phase: "final", quorum: 5, signers: ["Aoi", "Umi"] });
  const signatures = beads.filter(({ kind }) => kind === "signature");
  expect(signatures.map(({ number, signer }) => [number, signer])).toEqual([
    [1, "Aoi"],
    [2, "Umi"],
    [3, undefined],
    [4, undefined],
    [5, undefined],
  ]);
});

test("parked: signed by all, held up before the end", () => {
  const parked = states({ ...begun, phase: "parked", quorum: 3, signers: ["A", "B", "C"] });
  expect(parked).toEqual(["done", "done", "done", "done", "done", "held"]);
});
