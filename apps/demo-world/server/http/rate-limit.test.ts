import fc from "fast-check";
import { expect, test } from "vitest";
import { createRateLimiter, fullBucket, takeToken } from "./rate-limit.ts";

const LIMIT = { burst: 5, perMinute: 60 };

test("in no window is more allowed than the burst and what the time brings", () => {
  const gaps = fc.array(fc.integer({ min: -500, max: 3_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(gaps, (list) => {
      const bucket = fullBucket(LIMIT, 0);
      let now = 0;
      const taken: number[] = [];
      for (const gap of list) {
        now += gap;
        if (takeToken(bucket, LIMIT, now)) taken.push(now);
      }
      const passed = list.reduce((sum, gap) => sum + Math.max(0, gap), 0);
      expect(taken.length).toBeLessThanOrEqual(LIMIT.burst + passed / 1_000 + 1e-6);
    }),
  );
});

test("says how long to wait, and after that there is one", () => {
  const limiter = createRateLimiter();
  for (let i = 0; i < 5; i++) expect(limiter.take("a", LIMIT, 0)).toBeUndefined();
  const wait = limiter.take("a", LIMIT, 0) ?? 0;
  expect(wait).toBe(1);
  expect(limiter.take("b", LIMIT, 0)).toBeUndefined();
  expect(limiter.take("a", LIMIT, 1_000 * wait)).toBeUndefined();
});

test("remembers a bounded number of keys: those who asked last", () => {
  const limiter = createRateLimiter(2);
  const once = { burst: 1, perMinute: 1 };
  for (const key of ["a", "b", "a", "c"]) limiter.take(key, once, 0);
  expect(limiter.size).toBe(2);
  expect(limiter.take("a", once, 0)).toBeGreaterThan(0);
  expect(limiter.take("b", once, 0)).toBeUndefined();
});
