import fc from "fast-check";
import { expect, test } from "vitest";
import { ratePassphrase } from "./rate.ts";

test.each([
  ["otter canal tulip", 17, "good"],
  ["kaze no tani", 12, "fair"],
  ["あめあがりのみちをあるく", 12, "fair"],
  ["竜宮城の扉を開ける鍵", 16, "good"],
  ["v8#kQ!2mZ^p7Lx$w9RaY", 20, "strong"],
])("%s is enough: it counts as %i, and is %s", (text, effectiveLength, strength) => {
  expect(ratePassphrase(text)).toEqual({ isEnough: true, strength, effectiveLength, reasons: [] });
});

test.each([
  ["", ["too-short"]],
  ["x7!Kq9#zP2m", ["too-short"]],
  ["password1234", ["too-short", "common", "sequence"]],
  ["P@ssw0rd!2024", ["too-short", "common"]],
  ["ＰＡＳＳＷＯＲＤｐａｓｓｗｏｒｄ", ["too-short", "common", "repeats"]],
  ["correct horse battery staple", ["too-short", "common"]],
  ["aaaaaaaaaaaaaaaaaaaaaaaa", ["too-short", "repeats"]],
  ["xqzk xqzk xqzk xqzk xqzk", ["too-short", "repeats"]],
  ["qwertyuiopasdfghjklzxcvbnm", ["too-short", "sequence"]],
  ["abcdefghijklmnopqrstuvwxyz", ["too-short", "sequence"]],
  ["9876543210987654321098765", ["too-short", "sequence"]],
  ["あいうえおかきくけこ", ["too-short", "sequence"]],
  ["さくらさいたさくらさいた", ["too-short", "common", "repeats"]],
])("%s is not enough: %j", (text, reasons) => {
  expect(ratePassphrase(text)).toMatchObject({ isEnough: false, strength: "weak", reasons });
});

test("what a guesser knows of the person counts for nothing", () => {
  const text = "hoshino loves minato harbour";
  expect(ratePassphrase(text).isEnough).toBe(true);
  const rating = ratePassphrase("Hoshino-Hoshino", ["HOSHINO", "ab", ""]);
  expect(rating).toMatchObject({ isEnough: false, reasons: ["too-short", "personal"] });
});

test("no character counts for more than two, and none for less than nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const { effectiveLength } = ratePassphrase(text);
      expect(effectiveLength).toBeGreaterThanOrEqual(0);
      expect(effectiveLength).toBeLessThanOrEqual(
        2 * [...text.normalize("NFKC").toLowerCase()].length,
      );
    }),
  );
});

test("a megabyte is rated at once", () => {
  const start = performance.now();
  expect(ratePassphrase("ab".repeat(500_000)).isEnough).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});
