import { expect, test } from "vitest";
import { readPrice } from "./whole-yen.ts";

test.each(["1200", "1,200", "¥1,200", "１，２００円", " 1 200 ", "￥1200"])(
  "%s is 1,200 yen",
  (text) => expect(readPrice(text)).toBe(1_200n * 10n ** 18n),
);

test.each(["", "0", "-1", "1.5", "1,20", "10000001", "1e3", "9".repeat(500), "ten"])(
  "%s is no price",
  (text) => expect(readPrice(text)).toBeUndefined(),
);

test("the most is taken", () => expect(readPrice("10,000,000")).toBe(10n ** 25n));
