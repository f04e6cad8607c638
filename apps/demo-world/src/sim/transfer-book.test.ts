import type { TransferState, TransferStatus } from "@ryugu/sdk/transfer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTransfer } from "../../test/support/made-transfer.ts";
import { madeId } from "../../test/support/zone-state.ts";
import { mergeStatus, recordTransfers } from "./transfer-book.ts";

const LANE = madeId("lane");
const STATES: TransferState[] = ["sent", "final", "attested", "parked", "delivered"];
const make = (state: TransferState, signers = 0, sequence = 1, time = 1_000): TransferStatus =>
  makeTransfer({ laneId: LANE, sequence, state, signers, time });

test("what is final never goes back, whichever node speaks last", () => {
  const words = fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, (states) => {
      let furthest = 0;
      let book = recordTransfers([], []);
      for (const state of states) {
        book = recordTransfers(book, [make(state)]);
        const rank = STATES.indexOf(state);
        // Only "sent" can be undone, and only by what comes after it.
        furthest = Math.max(furthest, rank);
        expect(STATES.indexOf(book[0]?.status.state ?? "sent")).toBe(furthest);
      }
    }),
  );
});

test("signatures of two nodes are joined, in order of arrival, and counted once", () => {
  const one = make("final", 2);
  const other = { ...make("final", 3), signers: make("final", 3).signers.slice(1) };
  const joined = mergeStatus(one, other).signers;
  expect(joined).toHaveLength(3);
  expect(new Set(joined).size).toBe(3);
});

test("the book holds each transfer once, newest first, and forgets the oldest beyond its limit", () => {
  const news = Array.from({ length: 30 }, (_, index) => make("sent", 0, index + 1, 1_000 + index));
  const book = recordTransfers(recordTransfers([], news, 20), news.slice(0, 15), 20);
  expect(book).toHaveLength(20);
  expect(book[0]?.status.sequence).toBe(30);
  expect(new Set(book.map(({ status }) => status.messageId)).size).toBe(20);
});

test("only what was seen under way counts as witnessed", () => {
  expect(recordTransfers([], [make("delivered")])[0]?.witnessed).toBe(false);
  const seen = recordTransfers([], [make("final")]);
  expect(recordTransfers(seen, [make("delivered")])[0]?.witnessed).toBe(true);
});
