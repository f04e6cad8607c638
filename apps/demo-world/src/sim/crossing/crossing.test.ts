import fc from "fast-check";
import { expect, test } from "vitest";
import { beginCrossing, type CrossingNews, hasLeft, isOver, tellCrossing } from "./crossing.ts";

const token = { chain: "eip155:31001", contract: `0x${"11".repeat(20)}`, id: "7" };
const begun = beginCrossing(
  { from: "minato", to: "garan", token, name: { en: "Lantern", ja: "提灯" } },
  1_000,
);
const tell = (...news: CrossingNews[]) => news.reduce(tellCrossing, begun);
const phase = (name: "approving" | "sending" | "final" | "attested", now: number) =>
  ({ kind: "phase", phase: name, now }) as const;

test("a walk through the gate, from gas to arrival", () => {
  const arrived = { ...token, chain: "eip155:31002" };
  const end = tell(
    phase("approving", 1_100),
    phase("sending", 1_200),
    { kind: "sent", messageId: "0xabc", now: 2_000 },
    phase("final", 6_000),
    { kind: "signed", signers: ["Otohime Trust"], quorum: 3 },
    { kind: "signed", signers: ["Otohime Trust", "Minamo Bank", "Sango Insurance"], quorum: 3 },
    phase("attested", 6_400),
    { kind: "arrived", token: arrived, now: 7_500 },
  );
  expect(end).toMatchObject({ phase: "delivered", arrived, quorum: 3, messageId: "0xabc" });
  expect(end.signers).toHaveLength(3);
  expect(end.at).toEqual({
    gas: 1_000,
    approving: 1_100,
    sending: 1_200,
    sent: 2_000,
    final: 6_000,
    attested: 6_400,
    delivered: 7_500,
  });
  expect([isOver(begun), isOver(end), hasLeft(begun), hasLeft(end)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("news that comes late takes nothing back", () => {
  const sent = tell({ kind: "sent", messageId: "0xabc", now: 2_000 }, phase("final", 6_000));
  expect(tellCrossing(sent, phase("sending", 7_000)).phase).toBe("final");
});

test("a parked one says why, and may still arrive or come back", () => {
  const parked = tell(
    { kind: "sent", messageId: "0xabc", now: 1 },
    { kind: "parked", detail: "Paused", now: 2 },
  );
  expect(parked).toMatchObject({ phase: "parked", detail: "Paused" });
  expect(isOver(parked)).toBe(false);
  expect(tellCrossing(parked, { kind: "arrived", token, now: 3 }).phase).toBe("delivered");
  expect(tellCrossing(parked, { kind: "phase", phase: "returned", now: 3 }).phase).toBe("returned");
});

test("a problem is shown until it goes on", () => {
  const stuck = tell({ kind: "problem", problem: "nodes-unreachable" });
  expect(stuck.problem).toBe("nodes-unreachable");
  expect(tellCrossing(stuck, { kind: "well" }).problem).toBeUndefined();
  expect(tellCrossing(stuck, phase("approving", 5)).problem).toBeUndefined();
});

const news: fc.Arbitrary<CrossingNews> = fc.oneof(
  fc.record({
    kind: fc.constant("phase" as const),
    phase: fc.constantFrom(
      "gas",
      "approving",
      "sending",
      "final",
      "attested",
      "parked",
      "returned",
      "failed",
    ),
    now: fc.nat(),
  }) as fc.Arbitrary<CrossingNews>,
  fc.record({ kind: fc.constant("sent" as const), messageId: fc.constant("0xabc"), now: fc.nat() }),
  fc.record({ kind: fc.constant("arrived" as const), token: fc.constant(token), now: fc.nat() }),
  fc.constant({ kind: "problem" as const, problem: "chain-unreachable" as const }),
);

test("whatever news comes in whatever order, what is over stays over, and a message once known is kept", () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 30 }), (all) => {
      let now = begun;
      for (const one of all) {
        const next = tellCrossing(now, one);
        if (isOver(now)) expect(next.phase).toBe(now.phase);
        if (hasLeft(now)) expect(next.messageId).toBe(now.messageId);
        now = next;
      }
    }),
  );
});
