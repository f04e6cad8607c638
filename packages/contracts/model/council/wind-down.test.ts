import { expect, test } from "vitest";
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
  expect(stage.try({ ...claim, by: EVE })).toBe("NotEntitled");
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
  expect(stage.decide(A, { kind: "cancel-wind-down", counterpart: B })).toBe("NoticeOver");
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

test("anyone voids a proposal that is wrong, by showing it", () => {
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
  expect(stage.send(A, B, one(2n))).toBe("LaneClosed");
  propose([nft(2n)]);
  expect(challenge(nft(2n))).toBe("done");
  propose([money(6n)]);
  expect(challenge(money(6n))).toBe("done");
  propose([nft(1n), money(5n)]);
  stage.now += 2 * HOUR;
  expect(challenge(nft(1n), nft(1n, EVE))).toBe("NoticeOver");
});

test("what is parked at home from a chain since closed does not expire any more", () => {
  let takes = true;
  const stage = new Stage({ takesTokens: () => takes });
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, A, one(1n), { sender: BEN, recipient: ADA });
  takes = false;
  stage.deliver(B, A);
  stage.decide(A, { kind: "propose-wind-down", counterpart: B, sequence: 1, leaves: [] });
  stage.now += 30 * DAY;
  takes = true;
  expect(stage.try({ on: A, type: "retry", id: stage.parked(A).id })).toBe("done");
  expect(stage.held(A, "erc721", 1n, ADA)).toBe(1n);
});

test("a Return that passes home towards a closed chain stays parked: the documents name no way out", () => {
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
  expect(stage.try({ on: A, type: "redirect", id, recipient: EVE, by: BEN })).toBe("NotEntitled");
  expect(stage.held(A, "erc721", 1n, vaultOf(C))).toBe(1n);
});
