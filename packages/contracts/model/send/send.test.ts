import { expect, test } from "vitest";
import { A, ADA, B, BEN, born, C, EVE, one, request, Stage, units } from "../stage.ts";
import { vaultOf } from "../words.ts";
import { intentText, type SendIntent } from "./intent.ts";

test("what is sent lies in the vault of the chain that it leaves for", () => {
  const stage = new Stage();
  expect(stage.send(A, B, one(1n))).toBe("done");
  expect(stage.held(A, "erc721", 1n, vaultOf(B))).toBe(1n);
  expect(stage.held(A, "erc721", 1n, ADA)).toBe(0n);
});

test("a round trip gives the original back", () => {
  const stage = new Stage();
  stage.send(A, B, one(1n));
  stage.deliver(A, B);
  expect(stage.held(B, "erc721", 1n, BEN)).toBe(1n);
  expect(stage.send(B, A, one(1n), { sender: BEN, recipient: EVE })).toBe("done");
  expect(stage.held(B, "erc721", 1n, BEN)).toBe(0n);
  stage.deliver(B, A);
  expect(stage.held(A, "erc721", 1n, EVE)).toBe(1n);
});

test("several requests are sent all or none", () => {
  const stage = new Stage();
  const money = { collection: born("erc20") };
  const requests = [request(B, one(1n)), request(C, units(1_001n), money)];
  expect(stage.try({ on: A, type: "send", requests, paid: 0n })).toBe("NotHeld");
  expect(stage.held(A, "erc721", 1n, ADA)).toBe(1n);
  expect(stage.last(A, B)).toBeUndefined();
});

test("a request's shape is checked", () => {
  const stage = new Stage();
  const money = { collection: born("erc20") };
  const zero = "0x0000000000000000000000000000000000000000" as const;
  const seventeen = Array.from({ length: 17 }, (_, at) => ({ id: BigInt(at), amount: 1n }));
  expect(stage.send(A, A, one(1n))).toBe("DestinationInvalid");
  expect(stage.send(A, "eip155:9", one(1n))).toBe("LaneNotOpen");
  expect(stage.send(A, B, [])).toBe("AssetCount");
  expect(stage.send(A, B, seventeen)).toBe("AssetCount");
  expect(stage.send(A, B, [...units(1n), ...units(1n)], money)).toBe("AssetCount");
  expect(stage.send(A, B, units(2n, 1n))).toBe("AmountInvalid");
  expect(stage.send(A, B, units(0n), money)).toBe("AmountInvalid");
  expect(stage.send(A, B, one(1n), { recipient: zero })).toBe("AccountZero");
  expect(stage.send(A, B, one(1n), { reference: `0x${"00".repeat(33)}` })).toBe("ReferenceTooLong");
  expect(stage.send(A, B, one(1n), { deadline: stage.now + 60 })).toBe("DeadlineOutOfBounds");
  expect(stage.send(A, B, one(1n), { sender: EVE })).toBe("NotHeld");
});

test("money is refused unless it is listed, and is never listed as a security", () => {
  const stage = new Stage();
  const token = "0x0000000000000000000000000000000000000999" as const;
  const collection = { homeChain: A, homeToken: token };
  const as = stage.chain(A).tokens.get(born("erc20").homeToken);
  if (as === undefined) throw new RangeError();
  stage.do({ on: A, type: "create-token", token, as });
  stage.do({ on: A, type: "mint", token, asset: { id: 0n, amount: 5n }, to: ADA });
  expect(stage.send(A, B, units(1n), { collection })).toBe("TokenNotListed");
  const list = { kind: "list-token", token, cap: 5n, windowMinutes: 60 } as const;
  expect(stage.decide(A, { ...list, class: "security" })).toBe("ActOutOfBounds");
  expect(stage.decide(A, { ...list, class: "prepaid" })).toBe("done");
  expect(stage.send(A, B, units(1n), { collection })).toBe("done");
  expect(stage.decide(A, { ...list, class: "none" })).toBe("done");
  expect(stage.send(A, B, units(1n), { collection })).toBe("TokenNotListed");
});

test("an id of which more than a million units would be away is refused where it enters", () => {
  const stage = new Stage();
  const collection = born("erc1155");
  expect(stage.send(A, B, units(1_000_001n, 7n), { collection })).toBe("FungibleLike");
  expect(stage.send(A, B, units(1_000_000n, 7n), { collection })).toBe("done");
  expect(stage.send(A, B, units(1n, 7n), { collection })).toBe("FungibleLike");
  expect(stage.send(A, C, units(1n, 7n), { collection })).toBe("done");
  stage.deliver(A, B);
  const back = { collection, sender: BEN };
  expect(stage.send(B, A, units(1_000_000n, 7n), back)).toBe("done");
});

test("a token that keeps something of a transfer is refused by name", () => {
  const stage = new Stage({ tokenBehaviour: () => ({ keeps: 1n }) });
  expect(stage.send(A, B, units(10n), { collection: born("erc20") })).toBe("ReceivedLess");
});

test("a lane's fee is paid exactly, and its quota counts home tokens by the day", () => {
  const stage = new Stage();
  const terms = { counterpart: B, fee: 5n, collector: EVE, quota: 1 };
  expect(stage.decide(A, { kind: "set-terms", ...terms, fee: 10n ** 17n })).toBe("ActOutOfBounds");
  expect(stage.decide(A, { kind: "set-terms", ...terms })).toBe("done");
  expect(stage.send(A, B, one(1n))).toBe("FeeWrong");
  const paying = (id: bigint) =>
    stage.try({ on: A, type: "send", requests: [request(B, one(id))], paid: 5n });
  expect(paying(1n)).toBe("done");
  expect(paying(2n)).toBe("QuotaSpent");
  stage.now += 86_400;
  expect(paying(2n)).toBe("done");
  expect(stage.chain(A).fees.get(EVE)).toBe(10n);
});

test("what a holder signed is sent once, by anybody, until it expires", () => {
  const stage = new Stage();
  const intent: SendIntent = {
    ...request(B, units(10n), { collection: born("erc20") }),
    ...{ nonce: 7n, expiry: stage.now + 60 },
  };
  const signature = { signer: ADA, signed: intentText(stage.chain(A), intent) };
  const action = { on: A, type: "send-by-signature", intent, signature, paid: 0n } as const;
  const forged = { ...action, intent: { ...intent, recipient: EVE } };
  expect(stage.try(forged)).toBe("SignatureInvalid");
  expect(stage.try({ ...action, signature: { ...signature, signer: EVE } })).toBe(
    "SignatureInvalid",
  );
  expect(stage.try(action)).toBe("done");
  expect(stage.try(action)).toBe("NonceUsed");
  const other = { ...intent, nonce: 8n };
  const signed = { signer: ADA, signed: intentText(stage.chain(A), other) };
  expect(stage.try({ on: A, type: "void-nonce", sender: ADA, nonce: 8n })).toBe("done");
  expect(stage.try({ ...action, intent: other, signature: signed })).toBe("NonceUsed");
  stage.now += 61;
  expect(stage.try(action)).toBe("Expired");
});
