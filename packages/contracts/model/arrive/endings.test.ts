import { expect, test } from "vitest";
import type { TokenBehaviour } from "../environment.ts";
import { A, ADA, B, BEN, born, C, EVE, one, Stage, units } from "../stage.ts";
import { DAY, vaultOf } from "../words.ts";
import { redirectText } from "./retry.ts";

/** A stage on which receivers refuse until told otherwise. */
function refusing() {
  const mood = { takes: false, token: {} as TokenBehaviour };
  const stage = new Stage({ takesTokens: () => mood.takes, tokenBehaviour: () => mood.token });
  return { stage, mood };
}

/** Units of an ERC-1155, the only standard whose receivers are asked. */
const asked = { collection: born("erc1155") };

test("what cannot be carried out parks, and anyone retries it", () => {
  const { stage, mood } = refusing();
  stage.send(A, B, units(1n, 7n), asked);
  expect(stage.deliver(A, B)).toBe("done");
  const { id, reason } = stage.parked(B);
  expect(reason).toContain("RecipientRefuses");
  expect(stage.try({ on: B, type: "retry", id })).toBe("RecipientRefuses");
  mood.takes = true;
  expect(stage.try({ on: B, type: "retry", id })).toBe("done");
  expect(stage.try({ on: B, type: "retry", id })).toBe("NotParked");
  expect(stage.held(B, "erc1155", 7n, BEN)).toBe(1n);
});

test("a message is carried out at its deadline's second, and returned after it", () => {
  const stage = new Stage();
  const deadline = stage.now + 3_600;
  stage.send(A, B, one(1n), { deadline });
  stage.send(A, B, one(2n), { deadline });
  stage.claim(A, B, 1);
  stage.now = deadline;
  expect(stage.claim(A, B, 2)).toBe("done");
  expect(stage.held(B, "erc721", 1n, BEN)).toBe(1n);
  stage.now += 1;
  stage.deliver(A, B);
  expect(stage.held(B, "erc721", 2n, BEN)).toBe(0n);
  expect(stage.last(B, A)?.message).toMatchObject({ kind: "return", refundAccount: ADA });
  stage.deliver(B, A);
  expect(stage.held(A, "erc721", 2n, ADA)).toBe(1n);
});

test("a parked message that is late returns, whoever retries or redirects it", () => {
  const { stage, mood } = refusing();
  stage.send(A, B, units(1n, 7n), asked);
  stage.deliver(A, B);
  stage.now += DAY;
  const { id } = stage.parked(B);
  expect(stage.try({ on: B, type: "redirect", id, recipient: EVE, by: BEN })).toBe("done");
  expect(stage.chain(B).endings.get(id)).toEqual(["returned"]);
  mood.takes = true;
  const before = stage.held(A, "erc1155", 7n, ADA);
  stage.deliver(B, A);
  expect(stage.held(A, "erc1155", 7n, ADA)).toBe(before + 1n);
});

test("a second leg that expires comes back through home to where it began", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, C, one(1n), { sender: BEN, refundAccount: EVE, recipient: ADA });
  stage.deliver(B, A);
  expect(stage.held(A, "erc721", 1n, vaultOf(C))).toBe(1n);
  stage.now += DAY;
  stage.deliver(A, C);
  stage.deliver(C, A);
  expect(stage.held(A, "erc721", 1n, vaultOf(B))).toBe(1n);
  expect(stage.last(A, B)?.message).toEqual(stage.last(C, A)?.message);
  stage.deliver(A, B);
  expect(stage.held(B, "erc721", 1n, EVE)).toBe(1n);
});

test("a parked Return has no deadline; its refund account may name another", () => {
  const { stage, mood } = refusing();
  stage.send(A, B, units(5n), { collection: born("erc20") });
  stage.now += DAY;
  stage.deliver(A, B);
  mood.token = { blocks: (account) => account === ADA };
  stage.deliver(B, A);
  const { id } = stage.parked(A);
  stage.now += 100 * DAY;
  expect(stage.try({ on: A, type: "retry", id })).toBe("AccountBlocked");
  expect(stage.try({ on: A, type: "redirect", id, recipient: EVE, by: EVE })).toBe("Expired");
  expect(stage.try({ on: A, type: "redirect", id, recipient: EVE, by: ADA })).toBe("done");
  expect(stage.held(A, "erc20", 0n, EVE)).toBe(5n);
});

test("a redirect by signature binds the account and the time", () => {
  const { stage } = refusing();
  stage.send(A, B, units(5n), { collection: born("erc20") });
  stage.decide(B, { kind: "extend-pause", subject: born("erc20"), until: stage.now + 60 });
  stage.deliver(A, B);
  const { id } = stage.parked(B);
  const expiry = stage.now + 100;
  const signature = { signer: BEN, signed: redirectText(stage.chain(B), id, ADA, expiry) };
  const base = { on: B, type: "redirect", id, by: EVE } as const;
  const signed = { expiry, signature };
  expect(stage.try({ ...base, recipient: EVE, signed })).toBe("NotEntitled");
  expect(stage.try({ ...base, recipient: ADA, signed })).toBe("CollectionQuarantined");
  stage.now += 60;
  expect(stage.try({ ...base, recipient: ADA, signed })).toBe("done");
  expect(stage.held(B, "erc20", 0n, ADA)).toBe(5n);
});

test("nobody redirects what only passes through", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  stage.send(B, C, one(1n), { sender: BEN });
  stage.decide(A, { kind: "extend-pause", subject: C, until: stage.now + 60 });
  stage.deliver(B, A);
  const { id, reason } = stage.parked(A);
  expect(reason).toContain("LanePaused");
  expect(stage.try({ on: A, type: "redirect", id, recipient: EVE, by: BEN })).toBe("NotEntitled");
  stage.now += 60;
  expect(stage.try({ on: A, type: "retry", id })).toBe("done");
});
