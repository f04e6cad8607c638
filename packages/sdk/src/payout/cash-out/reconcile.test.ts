import fc from "fast-check";
import { expect, test } from "vitest";
import { bytes32 } from "../../primitives/index.ts";
import { parseBankAccount } from "./bank-account.ts";
import { type BookedTransfer, isReconciled, reconcile, transferReference } from "./reconcile.ts";
import type { ZenginTransfer } from "./zengin/transfer-file.ts";

const DAY = "2026-11-24";
const accountOf = (number: string) =>
  parseBankAccount({
    ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number, holder: "ｱ" },
  });
const ACCOUNT = accountOf("1234567");
const file = (transfers: ZenginTransfer[], date = "1124") => ({
  ...{ customerCode: "1", account: ACCOUNT, date, transfers },
});

function booked(n: number, settledOn?: string): BookedTransfer {
  const id = bytes32(`0x${n.toString(16).padStart(8, "0")}${"ab".repeat(28)}`);
  const reference = transferReference(id);
  const one = { id, reference, account: ACCOUNT, arrives: BigInt(1_000 + n) };
  return settledOn === undefined ? one : { ...one, settledOn };
}

const paid = ({ account, arrives, reference }: BookedTransfer): ZenginTransfer => ({
  ...{ account, yen: arrives, reference },
});

test("a reference is what the format can carry", () => {
  expect(transferReference(bytes32(`0x${"ab".repeat(32)}`))).toBe("ABABABABABABABABABAB");
});

test("books and file that fit are matched", () => {
  const books = [booked(1, DAY), booked(2, DAY), booked(3, "2026-11-20"), booked(4)];
  const found = reconcile(books, file(books.slice(0, 2).map(paid)), DAY);
  expect(found.matched.map((one) => one.booked.id)).toEqual(books.slice(0, 2).map(({ id }) => id));
  expect(isReconciled(found)).toBe(true);
});

test("each way not to fit is told apart", () => {
  const [missing, more, elsewhere, twice, early, refused] = [1, 2, 3, 4, 5, 6].map((n) =>
    booked(n, n <= 4 ? DAY : n === 5 ? "2026-11-25" : undefined),
  ) as [
    BookedTransfer,
    BookedTransfer,
    BookedTransfer,
    BookedTransfer,
    BookedTransfer,
    BookedTransfer,
  ];
  const unknown = paid(booked(99));
  const found = reconcile(
    [missing, more, elsewhere, twice, early, refused],
    file([
      { ...paid(more), yen: more.arrives + 1n },
      { ...paid(elsewhere), account: accountOf("7654321") },
      ...[paid(twice), paid(twice), paid(early), paid(refused), unknown],
    ]),
    DAY,
  );
  expect(found.missing).toEqual([missing]);
  expect(found.different.map((one) => one.booked)).toEqual([more, elsewhere]);
  expect(found.paidTwice).toEqual([{ booked: twice, paid: [paid(twice), paid(twice)] }]);
  expect(found.unbooked.map((one) => one.booked)).toEqual([early, refused]);
  expect(found.unknown).toEqual([unknown]);
  expect(found.matched).toEqual([]);
  expect(isReconciled(found)).toBe(false);
});

test("another day's file is refused", () => {
  expect(() => reconcile([], file([], "1125"), DAY)).toThrow(/another day/);
});

test("every transfer of the file is in exactly one list, and so is every one that should be in it", () => {
  const entry = fc.record({
    n: fc.integer({ min: 0, max: 12 }),
    more: fc.constantFrom(0n, 0n, 0n, 1n),
    number: fc.constantFrom("1234567", "1234567", "7654321"),
  });
  const settled = fc.array(fc.constantFrom(DAY, "2026-11-20", undefined), { maxLength: 10 });
  fc.assert(
    fc.property(settled, fc.array(entry, { maxLength: 20 }), (days, entries) => {
      const books = days.map((day, n) => booked(n, day));
      const transfers = entries.map(({ n, more, number }) => ({
        ...{ ...paid(booked(n)), yen: booked(n).arrives + more, account: accountOf(number) },
      }));
      const found = reconcile(books, file(transfers), DAY);
      const { matched, different, paidTwice, unbooked } = found;
      const compared = [...matched, ...different, ...paidTwice, ...unbooked];
      const listed = [...compared.flatMap((one) => one.paid), ...found.unknown];
      expect(new Set(listed)).toEqual(new Set(transfers));
      expect(listed).toHaveLength(transfers.length);
      const due = new Set(books.filter(({ settledOn }) => settledOn === DAY));
      for (const one of [...compared.map((c) => c.booked), ...found.missing]) due.delete(one);
      expect(due.size).toBe(0);
    }),
  );
});
