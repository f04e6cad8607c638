import { expect, test } from "vitest";
import { isBusyError, retryAfter } from "./rpc-limits.ts";

test.each([
  [429, "Your app has exceeded its compute units per second capacity."],
  [-32_005, "daily request count exceeded, request rate limited"],
  [-32_007, "15/second request limit reached"],
  [-32_016, "over rate limit"],
  [-32_090, "Too many requests, reason: call rate limit exhausted"],
])("%d is about how often: %s", (code, message) => expect(isBusyError(code, message)).toBe(true));

test.each([
  [-32_005, "query returned more than 10000 results. Try with this block range [0x1, 0x2]."],
  [-32_602, "Log response size exceeded. You can make requests with up to a 2K block range"],
  [-32_614, "eth_getLogs is limited to a 10,000 range"],
  [-32_701, "exceed maximum block range: 50000"],
  [35, "ranges over 10000 blocks are not supported on freetier"],
  [3, "execution reverted"],
])("%d is about how much: %s", (code, message) => expect(isBusyError(code, message)).toBe(false));

test("how long to wait, in seconds or until a date", () => {
  const now = Date.parse("2026-11-22T00:00:00Z");
  expect(retryAfter("7", now)).toBe(7_000);
  expect(retryAfter("Sun, 22 Nov 2026 00:01:00 GMT", now)).toBe(60_000);
  expect(retryAfter("Sat, 21 Nov 2026 00:00:00 GMT", now)).toBe(0);
  expect(retryAfter("soon", now)).toBeUndefined();
  expect(retryAfter(null, now)).toBeUndefined();
});
