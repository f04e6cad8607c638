import { expect, test } from "vitest";
import { formatYen } from "./yen.ts";

test("test yen is written as whole yen", () => {
  expect(formatYen("12000000000000000000000", "en")).toBe("¥12,000");
  expect(formatYen("12000000000000000000000", "ja")).toBe("￥12,000");
  expect(formatYen("999999999999999999", "en")).toBe("¥0");
});
