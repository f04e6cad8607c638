import { expect, test } from "vitest";
import { lawsOfExit } from "../laws.ts";
import { RULES } from "../rules.ts";
import { A, ADA, B, BEN, born, C, EVE, one, Stage, units } from "../stage.ts";
import type { Leaf } from "../state/chain.ts";
import { DAY, HOUR, vaultOf } from "../words.ts";
import { leafClaimText } from "./leaf-claim.ts";

const nft = (id: bigint, holder = BEN): Leaf => ({
  ...{ chain: B, standard: "erc721", token: born("erc721").homeToken, id, amount: 1n, holder },
});
const money = (amount: bigint): Leaf => ({
  ...{ chain: B, standard: "erc20", token: born("erc20").homeToken, id: 0n, amount, holder: BEN },
});

/** Ben has token 1 and five units of money on B; then B dies. */
function dead() {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.send(A, B, units(5n), { collection: born("erc20") });
  stage.deliver(A, B);
  const propose = (leaves: Leaf[], sequence = 0) =>
    stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence, leaves });
  return { stage, propose };
}

test("holders take what is theirs out of the vault, after the notice, once, to any account", () => {
  const { stage, propose } = dead();
  expect(propose([nft(1n), money(5n)], 1)).toBe("NotAllDelivered");
  expect(propose([nft(1n), money(5n)])).toBe("done");
  expect(propose([])).toBe("WindDownStands");
  const claim = { on: A, type: "claim-leaf", leaf: nft(1n), recipient: EVE, by: BEN } as const;
  expect(stage.try(claim)).toBe("NoticeNotOver");
  stage.now += 2 * HOUR;
  expect(stage.try({ ...claim, by: EVE })).toBe("Expired");
  expect(stage.try({ ...claim, leaf: nft(2n) })).toBe("LeafUnknown");
  const expiry = stage.now + 60;
  const signed = (recipient: typeof EVE) => {
    const text = leafClaimText(stage.chain(A), nft(1n), recipient, expiry);
    return { expiry, signature: { signer: BEN, signed: text } };
  };
  expect(stage.try({ ...claim, by: EVE, signed: signed(ADA) })).toBe("SignatureInvalid");
  expect(stage.try({ ...claim, by: EVE, signed: signed(EVE) })).toBe("done");
  expect(stage.held(A, "erc721", 1n, EVE)).toBe(1n);
  expect(stage.try(claim)).toBe("LeafClaimed");
  expect(stage.decide(A, { kind: "cancel-wind-down", counterpart: B })).toBe("NoWindDown");
});

test("from the proposal on the lanes are closed both ways", () => {
  const { stage, propose } = dead();
  stage.send(B, A, one(1n), { sender: BEN });
  propose([]);
  expect(stage.send(A, B, one(2n))).toBe("LaneClosed");
  expect(stage.deliver(B, A)).toBe("LaneClosed");
  expect(stage.claim(B, A, 1)).toBe("LaneClosed");
  expect(stage.decide(A, { kind: "cancel-wind-down", counterpart: B })).toBe("done");
  expect(stage.deliver(B, A)).toBe("done");
});

test("anyone voids a proposal that is wrong, by showing it, and the lanes open again", () => {
  const { stage, propose } = dead();
  propose([nft(1n), nft(1n, EVE), nft(2n), money(6n)]);
  const challenge = (...leaves: Leaf[]) =>
    stage.try({ on: A, type: "challenge", counterpart: B, leaves });
  expect(challenge(nft(1n))).toBe("ChallengeFails");
  expect(challenge(nft(1n), nft(1n))).toBe("ChallengeFails");
  expect(challenge(nft(1n), nft(2n))).toBe("ChallengeFails");
  expect(challenge(nft(3n))).toBe("LeafUnknown");
  expect(challenge(nft(1n), nft(1n, EVE))).toBe("done");
  expect(challenge(nft(1n), nft(1n, EVE))).toBe("NoWindDown");
  expect(stage.send(A, B, one(3n))).toBe("done");
  propose([money(6n)]);
  expect(challenge(money(6n))).toBe("done");
  propose([nft(1n), money(5n)]);
  stage.now += 2 * HOUR;
  expect(challenge(nft(1n), nft(1n, EVE))).toBe("NoWindDown");
});

test("a leaf for more than there is is struck, and the others are paid", () => {
  const { stage, propose } = dead();
  propose([nft(1n), nft(2n)]);
  const strike = { on: A, type: "challenge", counterpart: B, leaves: [nft(2n)] } as const;
  expect(stage.try(strike)).toBe("done");
  expect(stage.try(strike)).toBe("LeafClaimed");
  stage.now += 2 * HOUR;
  const claim = (id: bigint) =>
    stage.try({ on: A, type: "claim-leaf", leaf: nft(id), recipient: BEN, by: BEN });
  expect(claim(2n)).toBe("LeafClaimed");
  expect(claim(1n)).toBe("done");
});

test("what is parked at home from a chain since closed does not expire any more", () => {
  let takes = true;
  const stage = new Stage({ takesTokens: () => takes });
  const some = units(1n, 7n);
  const of = { collection: born("erc1155") };
  stage.send(A, B, some, of);
  stage.deliver(A, B);
  const before = stage.held(A, "erc1155", 7n, ADA);
  stage.send(B, A, some, { ...of, sender: BEN, recipient: ADA });
  takes = false;
  stage.deliver(B, A);
  stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence: 1, leaves: [] });
  stage.now += 30 * DAY;
  takes = true;
  expect(stage.try({ on: A, type: "retry", id: stage.parked(A).id })).toBe("done");
  expect(stage.held(A, "erc1155", 7n, ADA)).toBe(before + 1n);
});

test("a Return that cannot go on to a chain since closed is its refund account's at home", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, C, one(1n), { sender: BEN, refundAccount: BEN });
  stage.deliver(B, A);
  stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence: 1, leaves: [] });
  stage.now += DAY;
  stage.deliver(A, C);
  stage.deliver(C, A);
  const { id, reason } = stage.parked(A);
  expect(reason).toContain("LaneClosed");
  expect(stage.try({ on: A, type: "retry", id })).toBe("LaneClosed");
  expect(stage.held(A, "erc721", 1n, vaultOf(C))).toBe(1n);
  expect(stage.try({ on: A, type: "redirect", id, recipient: EVE, by: BEN })).toBe("done");
  expect(stage.held(A, "erc721", 1n, EVE)).toBe(1n);
});

test("a Forward that can go neither on nor back is its sender's at home, after its deadline", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, C, one(1n), { sender: BEN, refundAccount: BEN });
  stage.decide(A, { kind: "retire-lane", counterpart: C });
  stage.deliver(B, A);
  const { id } = stage.parked(A);
  stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence: 1, leaves: [] });
  const redirect = { on: A, type: "redirect", id, recipient: EVE, by: BEN } as const;
  expect(stage.try(redirect)).toBe("NotEntitled");
  stage.now += DAY;
  expect(stage.try({ on: A, type: "retry", id })).toBe("LaneRetired");
  expect(lawsOfExit(stage.model, stage.now)).toEqual([]);
  expect(stage.try({ ...redirect, by: EVE })).toBe("Expired");
  expect(stage.try(redirect)).toBe("done");
  expect(stage.held(A, "erc721", 1n, EVE)).toBe(1n);
});

test("the laws notice a parked message without any exit", () => {
  const stage = new Stage({ rules: { ...RULES, releasesStranded: false } });
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, C, one(1n), { sender: BEN });
  stage.decide(A, { kind: "retire-lane", counterpart: C });
  stage.deliver(B, A);
  expect(lawsOfExit(stage.model, stage.now)).toEqual([]);
  stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence: 1, leaves: [] });
  expect(lawsOfExit(stage.model, stage.now)).toMatchObject([{ law: 2 }]);
});
