import { expect, test } from "vitest";
import { byteSize, duration, grouped } from "./number.ts";

test("numbers have their thousands apart", () => {
  expect(grouped(1_234_567n)).toBe("1,234,567");
});

test.each([
  [0, "0 B"],
  [1_023, "1023 B"],
  [1_024, "1.0 KiB"],
  [1_500_000, "1.4 MiB"],
  [5 * 1_024 ** 4, "5120.0 GiB"],
])("%d bytes are %s", (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});

test.each([
  [-3, "0 s"],
  [59.4, "59 s"],
  [60, "1 min"],
  [200, "3 min 20 s"],
  [3_600, "1 h"],
  [7_500, "2 h 5 min"],
])("%d seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
