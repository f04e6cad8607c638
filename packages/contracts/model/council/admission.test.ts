import { expect, test } from "vitest";
import { A, ADA, B, BEN, born, C, one, Stage, units } from "../stage.ts";
import { DAY } from "../words.ts";

const POLICY = { policy: () => "not-here" };
const money = { collection: born("erc20") };

test("a policy counts when its notice is over, and refuses entry at all three gates", () => {
  const stage = new Stage(POLICY);
  stage.send(A, B, [...one(1n), ...one(2n)]);
  stage.deliver(A, B);
  for (const on of [A, C]) stage.decide(on, { kind: "propose-policy", policy: "closed" });
  expect(stage.send(A, B, one(3n))).toBe("done");
  stage.now += 3 * 3_600;
  expect(stage.send(A, B, units(1n), money)).toBe("PolicyRefused");
  stage.send(B, C, one(1n), { sender: BEN });
  stage.deliver(B, A);
  expect(stage.parked(A).reason).toContain("PolicyRefused");
});

test("a policy never refuses an exit home, nor a Return", () => {
  const stage = new Stage(POLICY);
  stage.send(A, B, [...one(1n), ...one(2n)]);
  stage.deliver(A, B);
  for (const on of [A, B]) stage.decide(on, { kind: "propose-policy", policy: "closed" });
  stage.now += 3 * 3_600;
  expect(stage.send(B, A, one(1n), { sender: BEN, recipient: ADA })).toBe("done");
  stage.deliver(B, A);
  expect(stage.held(A, "erc721", 1n, ADA)).toBe(1n);
  stage.send(B, A, one(2n), { sender: BEN, refundAccount: BEN });
  stage.now += DAY;
  stage.deliver(B, A);
  stage.deliver(A, B);
  expect(stage.held(B, "erc721", 2n, BEN)).toBe(1n);
});

test("a policy that fails refuses", () => {
  const stage = new Stage({
    policy: () => {
      throw new Error("out of gas");
    },
  });
  stage.decide(A, { kind: "propose-policy", policy: "broken" });
  stage.now += 3 * 3_600;
  expect(stage.send(A, B, one(1n))).toBe("PolicyRefused");
});

test("beyond a limit a message parks until a later window has room", () => {
  const stage = new Stage();
  stage.now -= stage.now % 3_600;
  stage.decide(B, { kind: "set-limit", ...money, cap: 10n, windowMinutes: 60 });
  stage.send(A, B, units(8n), money);
  stage.send(A, B, units(3n), money);
  stage.send(A, B, units(2n), money);
  stage.deliver(A, B);
  expect(stage.held(B, "erc20", 0n, BEN)).toBe(10n);
  const { id, reason } = stage.parked(B);
  expect(reason).toContain("LimitReached");
  stage.now += 3_599;
  expect(stage.try({ on: B, type: "retry", id })).toBe("LimitReached");
  stage.now += 1;
  expect(stage.try({ on: B, type: "retry", id })).toBe("done");
});

test("the default limit is for NFTs that were given none of their own", () => {
  const stage = new Stage();
  stage.decide(B, { kind: "set-default-limit", cap: 1n, windowMinutes: 60 });
  stage.send(A, B, units(500n), money);
  stage.send(A, B, [...one(1n), ...one(2n)]);
  stage.deliver(A, B);
  expect(stage.held(B, "erc20", 0n, BEN)).toBe(500n);
  const { id, reason } = stage.parked(B);
  expect(reason).toContain("LimitReached");
  stage.decide(B, { kind: "set-limit", collection: born("erc721"), cap: 5n, windowMinutes: 60 });
  expect(stage.try({ on: B, type: "retry", id })).toBe("done");
});
