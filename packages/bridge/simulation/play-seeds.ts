import { expect, test } from "vitest";
import { tell } from "./report.ts";
import { run, SHORT } from "./run.ts";

/** Seeds in one test: what fails is told by its seed. */
const AT_ONCE = 10;
/** Other tests may need the machine meanwhile. */
const TIMEOUT = 300_000;

/** Tests that play a range of seeds, both ends included. Each file of tests has a core: several files are played at once. */
export function playSeeds(first: number, last: number): void {
  const count = Math.ceil((last - first + 1) / AT_ONCE);
  const ranges = Array.from({ length: count }, (_, i) => ({
    from: first + i * AT_ONCE,
    to: Math.min(first + (i + 1) * AT_ONCE - 1, last),
  }));
  test.each(ranges)(
    "seeds $from to $to keep the laws",
    async ({ from, to }) => {
      for (let seed = from; seed <= to; seed++) {
        const result = await run({ seed, shape: SHORT });
        expect(result.broken, tell(result)).toBeUndefined();
      }
    },
    TIMEOUT,
  );
}
