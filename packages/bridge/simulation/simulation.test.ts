import { expect, test } from "vitest";
import { tell } from "./report.ts";
import { run, SHORT } from "./run.ts";
import { FAILED_SEEDS } from "./seeds.ts";

/** Seeds played in every run of the tests; `npm run soak:simulation` plays as many as one likes. */
const SEEDS = 200;
/** Seeds in one test: what fails is told by its seed. */
const AT_ONCE = 10;
/** Other tests may need the machine meanwhile. */
const TIMEOUT = 300_000;

test.each(FAILED_SEEDS)("seed $seed: $found", async ({ seed }) => {
  const result = await run({ seed, shape: SHORT });
  expect(result.broken, tell(result)).toBeUndefined();
});

test.each(Array.from({ length: SEEDS / AT_ONCE }, (_, i) => i * AT_ONCE + 1))(
  `${AT_ONCE} seeds from %i on keep the laws`,
  async (from) => {
    for (let seed = from; seed < from + AT_ONCE; seed++) {
      const result = await run({ seed, shape: SHORT });
      expect(result.broken, tell(result)).toBeUndefined();
    }
  },
  TIMEOUT,
);

test("the same seed twice is the same to the last line", async () => {
  const [one, other] = [await run({ seed: 7 }), await run({ seed: 7 })];
  expect(other.digest).toBe(one.digest);
  expect(one.messages).toBeGreaterThan(0);
});
