import { expect, test } from "vitest";
import { attestations, claimOf, deliveryOf } from "../honest.ts";
import { checkpointText, signAll } from "../message/signature.ts";
import { A, B, BEN, born, one, Stage, units } from "../stage.ts";

const threeSent = () => {
  const stage = new Stage();
  for (const id of [1n, 2n, 3n]) stage.send(A, B, one(id));
  return stage;
};
const delivered = (stage: Stage) => stage.chain(B).incoming.get(A)?.delivered;

test("a batch ends anywhere, and what was delivered before is passed over", () => {
  const stage = threeSent();
  const batch = (first: number, last: number) =>
    stage.try(deliveryOf(stage.model, [A, B], [first, last, 4], stage.now));
  expect(batch(3, 4)).toBe("SequenceGap");
  expect(batch(1, 2)).toBe("done");
  expect(batch(1, 2)).toBe("NothingToDeliver");
  expect(batch(2, 4)).toBe("done");
  expect(delivered(stage)).toBe(4);
  expect(stage.held(B, "erc721", 3n, BEN)).toBe(1n);
});

test("a claim consumes one message out of order, once, and delivery passes over it", () => {
  const stage = threeSent();
  stage.claim(A, B, 1);
  expect(stage.claim(A, B, 3)).toBe("done");
  expect(stage.held(B, "erc721", 2n, BEN)).toBe(1n);
  expect(stage.claim(A, B, 3)).toBe("AlreadyConsumed");
  expect(stage.deliver(A, B)).toBe("done");
  expect(stage.chain(B).parked.size).toBe(0);
  expect(stage.claim(A, B, 4)).toBe("AlreadyConsumed");
});

test("only a quorum of the current set on this very checkpoint is believed", () => {
  const stage = threeSent();
  const action = deliveryOf(stage.model, [A, B], [1, 2, 4], stage.now);
  if (action.type !== "deliver") throw new TypeError();
  const good = action.attestations;
  const [first, second, third] = good;
  if (!first || !second || !third) throw new RangeError();
  const by = (given: typeof good) => stage.try({ ...action, attestations: given });
  expect(by([first, second])).toBe("QuorumMissing");
  expect(by([first, second, second])).toBe("QuorumMissing");
  expect(by([second, first, third])).toBe("QuorumMissing");
  expect(by([first, second, { ...third, signer: BEN }])).toBe("QuorumMissing");
  expect(by(attestations(stage.model, A, B, 3, stage.now))).toBe("QuorumMissing");
  const text = checkpointText({ laneId: "another", anchor: 0, sequence: 4, head: "h" });
  expect(
    by(
      signAll(
        [first, second, third].map(({ signer }) => signer),
        text,
      ),
    ),
  ).toBe("QuorumMissing");
  expect(by(good)).toBe("done");
});

test("a claim that cannot be carried out is refused and consumes nothing", () => {
  let fails = true;
  const stage = new Stage({ takesTokens: () => !fails });
  stage.send(A, B, units(1n, 7n), { collection: born("erc1155") });
  stage.claim(A, B, 1);
  expect(stage.claim(A, B, 2)).toBe("RecipientRefuses");
  fails = false;
  expect(stage.claim(A, B, 2)).toBe("done");
});

test("a message that a lane cannot have is not carried out, and holds nobody up", () => {
  const stage = new Stage();
  stage.send(A, B, units(5n), { collection: born("erc20") });
  const sent = stage.last(A, B);
  if (sent?.message.kind !== "transfer") throw new TypeError();
  const elsewhere = { ...sent.message, homeChain: "eip155:3" as const };
  const wrongEnd = { ...sent.message, destinationChain: "eip155:3" as const };
  for (const [at, message] of [elsewhere, wrongEnd].entries()) {
    stage.do({ on: A, type: "forge", destination: B, message });
    expect(stage.try(claimOf(stage.model, A, B, 3 + at, stage.now))).toBe("MessageInvalid");
  }
  expect(stage.deliver(A, B)).toBe("done");
  expect(delivered(stage)).toBe(4);
  expect([...stage.chain(B).parked.values()].map(({ reason }) => reason)).toEqual([
    ...["MessageInvalid: neither end is home", "MessageInvalid: not for here"],
  ]);
});
