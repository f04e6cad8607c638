import { expect, test } from "vitest";
import { actOf, addressOf } from "../actors/begin.ts";
import { signAll } from "../message/signature.ts";
import { A, B, BEN, born, C, one, Stage } from "../stage.ts";
import { DAY, HOUR } from "../words.ts";
import { pauseText } from "./pause.ts";
import { type Rotation, rotationText } from "./rotate.ts";

const [V1, V2, V3, V4, V5] = [1, 2, 3, 4, 5].map((n) => addressOf(0x200 + n)) as [
  ...[`0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`, `0x${string}`],
];

test("an act counts once, at one gateway, by a quorum of its present set", () => {
  const stage = new Stage();
  const act = actOf(stage.model, A, { kind: "lift-pause", subject: "all" }, stage.now);
  expect(stage.try({ ...act, on: B })).toBe("NonceWrong");
  expect(stage.try(act)).toBe("done");
  expect(stage.try(act)).toBe("NonceWrong");
});

test("a lane opens once, to a gateway that knows the zone's epoch", () => {
  const stage = new Stage({}, [A, B]);
  expect(stage.open(A, B)).toBe("LaneAlreadyOpen");
  const counterpartGateway = addressOf(0x109);
  const act = { kind: "open-lane", epoch: 1, counterpart: C, counterpartGateway } as const;
  expect(stage.decide(A, act)).toBe("EpochWrong");
  expect(stage.decide(A, { ...act, epoch: 0 })).toBe("done");
});

test("gateways change over in the second that a rotation names", () => {
  const stage = new Stage();
  const to = { epoch: 1, quorum: 3, validators: [V2, V3, V4, V5] };
  const rotation: Rotation = { zone: "stage.ryugu", from: 0, to, validFrom: stage.now + DAY };
  const signed = (given: Rotation) => ({
    ...({ on: B, type: "rotate", rotation: given } as const),
    signatures: signAll([V1, V2, V3], rotationText(given)),
  });
  expect(stage.try(signed({ ...rotation, validFrom: stage.now + 31 * DAY }))).toBe(
    "RotationTooFarAhead",
  );
  expect(stage.try(signed({ ...rotation, to: { ...to, epoch: 2 } }))).toBe("QuorumMissing");
  expect(stage.try(signed({ ...rotation, to: { ...to, quorum: 2 } }))).toBe("SetInvalid");
  expect(stage.try(signed({ ...rotation, zone: "another" }))).toBe("QuorumMissing");
  expect(stage.try(signed(rotation))).toBe("done");
  expect(stage.try(signed(rotation))).toBe("RotationPending");
  stage.send(A, B, one(1n), { deadline: stage.now + 5 * DAY });
  const text = stage.chain(B).incoming.get(A)?.id;
  expect(text).toBeDefined();
  stage.now += DAY - 1;
  expect(stage.claim(A, B, 1)).toBe("done");
  stage.now += 1;
  const byOld = { kind: "lift-pause", subject: "all" } as const;
  const act = actOf(stage.model, B, byOld, stage.now - 1);
  expect(stage.try(act)).toBe("QuorumMissing");
  expect(stage.claim(A, B, 2)).toBe("done");
});

test("one validator pauses for at most six hours in seven days, over everything", () => {
  const stage = new Stage();
  const pause = (subject: "all" | typeof B | ReturnType<typeof born>, duration: number) =>
    stage.try({
      on: A,
      type: "pause",
      by: V1,
      pause: { validator: V1, subject, duration, nonce: 0 },
    });
  expect(pause(B, 4 * HOUR)).toBe("done");
  expect(stage.send(A, B, one(1n))).toBe("LanePaused");
  expect(stage.send(A, C, one(1n))).toBe("done");
  expect(pause("all", 2 * HOUR + 1)).toBe("PauseBudgetSpent");
  expect(pause(born("erc721"), 2 * HOUR)).toBe("done");
  stage.now += 4 * HOUR;
  expect(stage.send(A, B, one(2n))).toBe("done");
  stage.now += 7 * DAY - 1;
  expect(pause("all", 1)).toBe("PauseBudgetSpent");
  stage.now += 1;
  expect(pause("all", 6 * HOUR)).toBe("done");
});

test("only validators pause; a signed pause is good once", () => {
  const stage = new Stage();
  const pause = { validator: V1, subject: "all", duration: 60, nonce: 0 } as const;
  expect(stage.try({ on: A, type: "pause", by: BEN, pause })).toBe("SignatureInvalid");
  const asBen = { ...pause, validator: BEN };
  expect(stage.try({ on: A, type: "pause", by: BEN, pause: asBen })).toBe("NotAValidator");
  const signature = { signer: V1, signed: pauseText(stage.chain(A), pause) };
  expect(stage.try({ on: B, type: "pause", by: BEN, pause, signature })).toBe("SignatureInvalid");
  expect(stage.try({ on: A, type: "pause", by: BEN, pause, signature })).toBe("done");
  expect(stage.try({ on: A, type: "pause", by: BEN, pause, signature })).toBe("SignatureInvalid");
  expect(stage.decide(A, { kind: "lift-pause", subject: "all" })).toBe("done");
  expect(stage.send(A, B, one(1n))).toBe("done");
});

test("a quorum extends by at most fourteen days; meanwhile nothing moves over the lane", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  const until = stage.now + 14 * DAY;
  expect(stage.decide(B, { kind: "extend-pause", subject: A, until: until + 1 })).toBe(
    "ActOutOfBounds",
  );
  expect(stage.decide(B, { kind: "extend-pause", subject: A, until })).toBe("done");
  expect(stage.deliver(A, B)).toBe("LanePaused");
  expect(stage.claim(A, B, 1)).toBe("LanePaused");
  stage.now = until;
  expect(stage.deliver(A, B)).toBe("done");
  expect(stage.last(B, A)?.message.kind).toBe("return");
});

test("a quarantined collection is sent, but parks; what is late returns all the same", () => {
  const stage = new Stage();
  const until = stage.now + 2 * DAY;
  stage.decide(B, { kind: "extend-pause", subject: born("erc721"), until });
  expect(stage.send(A, B, one(1n))).toBe("done");
  stage.deliver(A, B);
  const { id, reason } = stage.parked(B);
  expect(reason).toContain("CollectionQuarantined");
  stage.now += DAY;
  expect(stage.try({ on: B, type: "retry", id })).toBe("done");
  expect(stage.chain(B).endings.get(id)).toEqual(["returned"]);
});

test("a retired lane takes no more home tokens, and everything else", () => {
  const stage = new Stage();
  stage.send(A, B, [...one(1n), ...one(2n)]);
  stage.deliver(A, B);
  stage.send(B, C, one(2n), { sender: BEN });
  for (const [on, counterpart] of [
    [A, B],
    [B, A],
  ] as const) {
    expect(stage.decide(on, { kind: "retire-lane", counterpart })).toBe("done");
  }
  expect(stage.send(A, B, one(3n))).toBe("LaneRetired");
  expect(stage.send(B, A, one(1n), { sender: BEN })).toBe("done");
  stage.deliver(B, A);
  stage.deliver(A, C);
  expect(stage.held(C, "erc721", 2n, BEN)).toBe(1n);
});

test("home passes no Forward on over a retired lane", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.decide(A, { kind: "retire-lane", counterpart: C });
  stage.send(B, C, one(1n), { sender: BEN });
  stage.deliver(B, A);
  expect(stage.parked(A).reason).toContain("LaneRetired");
});
