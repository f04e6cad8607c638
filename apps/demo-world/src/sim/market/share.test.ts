import { expect, test } from "vitest";
import { landed, shareOf, sharesOf } from "./share.ts";

const parts = [
  { role: "royalty", amount: 50n },
  { role: "proceeds", amount: 950n },
] as const;

test("each payment has the reason of the part that it is of", () => {
  const paid = [
    { payee: "0xA", amount: 30n },
    { payee: "0xB", amount: 20n },
    { payee: "0xC", amount: 950n },
  ];
  expect(sharesOf(parts, paid)).toEqual([
    { payee: "0xA", amount: "30", role: "royalty" },
    { payee: "0xB", amount: "20", role: "royalty" },
    { payee: "0xC", amount: "950", role: "proceeds" },
  ]);
});

test("a creator who sells gets both, and sees one sum", () => {
  const paid = [
    { payee: "0xA", amount: 30n },
    { payee: "0xB", amount: 20n },
    { payee: "0xa", amount: 950n },
  ];
  const shares = sharesOf(parts, paid);
  expect(shares.map(({ role }) => role)).toEqual(["royalty", "royalty", "proceeds"]);
  expect(shareOf(shares, "0xA")?.amount).toBe("980");
  expect(shareOf(shares, "0xF")).toBeUndefined();
});

test("the same payee twice in one list is one share", () => {
  const one = [{ role: "proceeds", amount: 10n }] as const;
  const paid = [
    { payee: "0xA", amount: 4n },
    { payee: "0xA", amount: 6n },
  ];
  expect(sharesOf(one, paid)).toEqual([{ payee: "0xA", amount: "10", role: "proceeds" }]);
});

test("what landed is seen, and what could not be paid stays seen", () => {
  const shares = sharesOf(parts, [
    { payee: "0xA", amount: 50n },
    { payee: "0xa", amount: 950n },
  ]);
  const credited = landed(shares, { payee: "0xA", outcome: "credited" });
  expect(shareOf(credited, "0xa")).toEqual({ amount: "1000", outcome: "credited" });
  expect(shareOf(landed(credited, { payee: "0xA", outcome: "paid" }), "0xA")?.outcome).toBe(
    "credited",
  );
  expect(landed(shares, { payee: "0xB", outcome: "paid" })).toEqual(shares);
});
