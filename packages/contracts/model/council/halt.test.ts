import { expect, test } from "vitest";
import { claimOf, deliveryOf, sentTo } from "../honest.ts";
import { A, B, BEN, born, EVE, one, Stage, units } from "../stage.ts";
import { HOUR } from "../words.ts";

/** A lane of four messages, two of them delivered and the last one claimed, whose origin was then rewritten. */
function rewritten() {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  const before = structuredClone(stage.chain(A));
  stage.send(A, B, one(2n));
  stage.send(A, B, one(3n));
  stage.deliver(A, B);
  const lost = sentTo(stage.model, A, B);
  const oldClaim = claimOf(stage.model, A, B, 4, stage.now);
  stage.model.zone.chains.set(A, before);
  stage.send(A, B, one(2n), { recipient: EVE });
  const lane = stage.chain(B).incoming.get(A);
  if (lane === undefined) throw new RangeError();
  return { stage, lost, lane, oldClaim };
}

const reAnchorOf = ({ stage, lost, lane }: ReturnType<typeof rewritten>) => ({
  ...({ kind: "re-anchor", laneId: lane.id, anchor: lane.anchor + 1, commonSequence: 2 } as const),
  commonHead: lost[1]?.id ?? "",
  nextHash: sentTo(stage.model, A, B)[2]?.hash ?? "",
  lostHashes: lost.slice(2, lane.delivered).map(({ hash }) => hash),
});

test("a halted lane does nothing until it is re-anchored, after a notice", () => {
  const scene = rewritten();
  const { stage, lane } = scene;
  const halt = {
    kind: "halt",
    laneId: lane.id,
    sequence: lane.delivered,
    head: lane.head,
  } as const;
  expect(stage.decide(B, reAnchorOf(scene))).toBe("LaneNotHalted");
  expect(stage.decide(B, halt)).toBe("done");
  expect(stage.decide(B, halt)).toBe("LaneHalted");
  expect(stage.deliver(A, B)).toBe("LaneHalted");
  expect(stage.decide(B, reAnchorOf(scene))).toBe("NoticeNotOver");
  stage.now += HOUR;
  expect(stage.decide(B, reAnchorOf(scene))).toBe("done");
  expect([lane.delivered, lane.anchor, lane.haltedAt]).toEqual([2, 1, undefined]);
  expect(stage.deliver(A, B)).toBe("done");
  expect(stage.parked(B).reason).toContain("AlreadyMinted");
});

test("the lost hashes must lead from the common message to where the lane stands", () => {
  const scene = rewritten();
  const { stage, lane, lost } = scene;
  stage.decide(B, { kind: "halt", laneId: lane.id, sequence: lane.delivered, head: lane.head });
  stage.now += HOUR;
  const act = reAnchorOf(scene);
  const wrong = [
    { ...act, lostHashes: act.lostHashes.slice(1) },
    { ...act, lostHashes: [...act.lostHashes].reverse() },
    { ...act, commonHead: lane.head },
    { ...act, nextHash: lost[2]?.hash ?? "" },
    { ...act, commonSequence: lane.delivered },
  ];
  for (const given of wrong) expect(stage.decide(B, given)).toBe("ForkMismatch");
  expect(stage.decide(B, { ...act, anchor: 2 })).toBe("QuorumMissing");
  expect(stage.decide(B, act)).toBe("done");
});

test("checkpoints of the lost fork are void, and what it delivered stays consumed should it come back", () => {
  const scene = rewritten();
  const { stage, lane, lost, oldClaim } = scene;
  const halt = () =>
    stage.decide(B, { kind: "halt", laneId: lane.id, sequence: lane.delivered, head: lane.head });
  halt();
  stage.now += HOUR;
  stage.decide(B, reAnchorOf(scene));
  expect(stage.try(oldClaim)).toBe("QuorumMissing");
  const nothingMore = deliveryOf(stage.model, [A, B], [3, 3, 3], stage.now);
  if (nothingMore.type !== "deliver") throw new TypeError();
  const old = nothingMore.attestations.map(({ signer, signed }) => ({
    signer,
    signed: signed.replace(" 1 3 ", " 0 3 "),
  }));
  expect(stage.try({ ...nothingMore, attestations: old })).toBe("QuorumMissing");
  // The fork comes back: the same messages under the same ids.
  halt();
  stage.now += HOUR;
  const log = stage.chain(A).outgoing.get(B)?.log;
  log?.splice(0, log.length, ...lost);
  const back = { ...reAnchorOf(scene), anchor: 2, lostHashes: [], nextHash: lost[2]?.hash ?? "" };
  expect(stage.decide(B, back)).toBe("done");
  expect(stage.deliver(A, B)).toBe("done");
  expect(stage.held(B, "erc721", 2n, BEN)).toBe(1n);
  expect(stage.chain(B).parked.size).toBe(0);
});

test("what of the lost fork was parked is forgotten, and arrives if it comes again", () => {
  let takes = false;
  const stage = new Stage({ takesTokens: () => takes });
  const some = { collection: born("erc1155") };
  stage.send(A, B, units(1n, 7n), some);
  stage.deliver(A, B);
  const lost = sentTo(stage.model, A, B);
  const lane = stage.chain(B).incoming.get(A);
  if (lane === undefined) throw new RangeError();
  const { id } = stage.parked(B);
  stage.decide(B, { kind: "halt", laneId: lane.id, sequence: lane.delivered, head: lane.head });
  stage.now += HOUR;
  // The origin has nothing after the Collection message yet; then the same message comes once more.
  const act = { kind: "re-anchor", laneId: lane.id, anchor: 1, commonSequence: 1 } as const;
  const where = { commonHead: lost[0]?.id ?? "", nextHash: "", lostHashes: [lost[1]?.hash ?? ""] };
  expect(stage.decide(B, { ...act, ...where })).toBe("done");
  expect(stage.chain(B).parked.size).toBe(0);
  expect(stage.try({ on: B, type: "retry", id })).toBe("NotParked");
  takes = true;
  expect(stage.deliver(A, B)).toBe("done");
  expect(stage.held(B, "erc1155", 7n, BEN)).toBe(1n);
});
