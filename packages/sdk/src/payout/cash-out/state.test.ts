import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address, bytes32, hex } from "../../primitives/index.ts";
import { bankMoves } from "./bank-moves.ts";
import type { BankTransfer } from "./bank-rail.ts";
import { type CashOut, type CashOutMove, isEnded, moveCashOut } from "./state.ts";

const CASH_OUT: CashOut = {
  id: bytes32(`0x${"11".repeat(32)}`),
  payee: address(`0x${"22".repeat(20)}`),
  ...{ units: 1_000n, yen: 1_000n, fee: 145n, accountEnding: "567" },
  state: "requested",
};
const transaction = hex(`0x${"33".repeat(32)}`, 32);
const paid: CashOutMove = { type: "paid", units: 1_000n, transaction };
const sent: CashOutMove = { type: "sent", fee: 145n };
const settled: CashOutMove = { type: "settled", on: "2026-11-24" };
const refused: CashOutMove = { type: "refused", reason: "no-such-account" };
const returned: CashOutMove = { type: "returned" };
const cancelled: CashOutMove = { type: "cancelled", reason: "expired" };
const MOVES = [paid, sent, settled, refused, returned, cancelled];
const after = (...moves: CashOutMove[]) => moves.reduce(moveCashOut, CASH_OUT);

test.each([
  ["settled", [paid, sent, settled], { settledOn: "2026-11-24" }],
  ["returned", [paid, refused, returned], { reason: "no-such-account" }],
  ["returned", [paid, sent, refused, returned], { reason: "no-such-account" }],
  ["cancelled", [cancelled], { reason: "expired" }],
  [
    "returned",
    [cancelled, paid, refused, returned].filter((m) => m !== refused),
    { reason: "paid-too-late" },
  ],
] as const)("the ways to %s", (state, moves, rest) => {
  const end = after(...moves);
  expect(end).toMatchObject({ state, ...rest });
  expect(isEnded(end)).toBe(true);
});

test("another amount than was asked for is not turned into yen but given back", () => {
  const wrong = after({ type: "paid", units: 999n, transaction });
  expect(wrong).toMatchObject({ state: "refused", reason: "amount-differs" });
  expect(wrong.payment).toEqual({ units: 999n, transaction });
});

test("whatever is tried, money moves once each way, and every illegal move is told", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 20 }), (moves) => {
      const made: string[] = [];
      let cashOut = CASH_OUT;
      for (const move of moves) {
        try {
          cashOut = moveCashOut(cashOut, move);
          made.push(move.type);
        } catch (error) {
          expect(error).toMatchObject({ code: "illegal-cash-out-move" });
        }
      }
      for (const { type } of MOVES)
        expect(made.filter((one) => one === type).length).toBeLessThan(2);
      expect(made.includes("settled") && made.includes("returned")).toBe(false);
      if (made.includes("returned")) expect(made).toContain("paid");
    }),
  );
});

describe("the bank's word", () => {
  const base = { key: CASH_OUT.id, yen: 1_000n, fee: 145n };
  const words: Record<string, BankTransfer> = {
    accepted: { ...base, state: "accepted" },
    sent: { ...base, state: "sent" },
    settled: { ...base, state: "settled", settledOn: "2026-11-24" },
    refused: { ...base, state: "refused", refusal: "account-closed" },
  };
  const hear = (cashOut: CashOut, word: BankTransfer) =>
    bankMoves(cashOut, word).reduce(moveCashOut, cashOut);

  test("comes to the same in any order and any number, once the last was heard", () => {
    const stories = [
      ["accepted", "sent", "settled"],
      ["accepted", "sent", "refused"],
      ["accepted", "refused"],
    ];
    const heard = fc
      .constantFrom(...stories)
      .chain((story) =>
        fc.array(fc.constantFrom(...story), { maxLength: 12 }).map((some) => ({ story, some })),
      );
    fc.assert(
      fc.property(heard, ({ story, some }) => {
        const last = story.at(-1) ?? "";
        const all = [...some, last, ...some].map((name) => words[name] as BankTransfer);
        expect(all.reduce(hear, after(paid)).state).toBe(last);
      }),
    );
  });

  test("the fee is what the bank took in the end", () => {
    const sentFor = { ...base, fee: 165n, state: "sent" } as const;
    expect(hear(after(paid), sentFor)).toMatchObject({ state: "sent", fee: 165n });
  });

  test("another amount is a contradiction", () => {
    const other = { ...base, yen: 999n, state: "sent" } as const;
    expect(() => bankMoves(after(paid), other)).toThrow(/does not fit/);
  });

  test.each([
    ["paid after it was refused", after(paid, refused), "settled"],
    ["paid after the tokens went back", after(paid, refused, returned), "settled"],
    ["refused after it was paid", after(paid, sent, settled), "refused"],
    ["sent before there was an order", CASH_OUT, "sent"],
  ])("%s is a contradiction", (_, cashOut, word) => {
    expect(() => bankMoves(cashOut, words[word] as BankTransfer)).toThrow(
      expect.objectContaining({ code: "cash-out-contradiction" }),
    );
  });
});
