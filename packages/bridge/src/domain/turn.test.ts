import fc from "fast-check";
import { expect, test } from "vitest";
import { accountOf, word } from "../../test/model/messages.ts";
import { isMyTurn, rankOf } from "./turn.ts";

const relayers = ["a", "b", "c", "d", "e"].map(accountOf);
const turns = fc.record({ laneId: fc.string().map(word), delivered: fc.nat() });
const everybody = () => true;

test("everybody has a place of their own in every line", () => {
  fc.assert(
    fc.property(turns, fc.subarray(relayers), (turn, silent) => {
      const answering = (relayer: string) => !silent.some((s) => s === relayer);
      const ranks = relayers.map((self) => rankOf(turn, relayers, self, everybody));
      expect([...ranks].sort()).toEqual([0, 1, 2, 3, 4]);
      // Those who answer come before those who do not, in everybody's eyes who answers.
      for (const self of relayers.filter(answering)) {
        expect(rankOf(turn, relayers, self, answering)).toBeLessThan(
          relayers.length - silent.length,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test("work is spread about evenly", () => {
  const first = new Map<string, number>();
  for (let delivered = 0; delivered < 1_000; delivered++) {
    const turn = { laneId: word("lane"), delivered };
    const winner = relayers.find((self) => rankOf(turn, relayers, self, everybody) === 0) ?? "";
    first.set(winner, (first.get(winner) ?? 0) + 1);
  }
  for (const count of first.values()) expect(count).toBeGreaterThan(140);
});

test("a stranger is last, and each rank waits one delay more", () => {
  expect(
    rankOf({ laneId: word("lane"), delivered: 0 }, relayers, accountOf("stranger"), everybody),
  ).toBe(5);
  expect([isMyTurn(0, 0, 100), isMyTurn(2, 199, 100), isMyTurn(2, 200, 100)]).toEqual([
    true,
    false,
    true,
  ]);
});
