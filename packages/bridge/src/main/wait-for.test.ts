import { expect, test } from "vitest";
import type { NodeEvent } from "../ports/report.ts";
import { StoreForeignError, StoreInterruptedError } from "../store/errors.ts";
import { waitFor } from "./wait-for.ts";

/** Waits for something that fails as it is told to, and then is there. */
function waited(failures: readonly Error[], stopAfter = Number.POSITIVE_INFINITY) {
  const events: NodeEvent["type"][] = [];
  const waits: number[] = [];
  const said: string[] = [];
  const left = [...failures];
  const stopping = new AbortController();
  const attempt = async () => {
    const failure = left.shift();
    if (failure !== undefined) throw failure;
    return "there";
  };
  const result = waitFor(attempt, {
    task: "start",
    clock: {
      now: () => 0,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        if (waits.length === stopAfter) stopping.abort();
      },
    },
    report: ({ type }) => events.push(type),
    signal: stopping.signal,
    isPassing: ({ retryable }) => retryable,
    onAway: async (problem) => void said.push(problem),
  });
  return { result, events, waits, said };
}

const away = new StoreInterruptedError("The database does not answer.");

test("what is away is asked again, less and less often, and everything is said", async () => {
  const { result, events, waits, said } = waited(new Array(7).fill(away));
  expect(await result).toBe("there");
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  expect(said).toEqual(new Array(7).fill("The database does not answer."));
  expect(events).toEqual([...new Array(7).fill("task-failed"), "task-recovered"]);
});

test("what is there at once says nothing", async () => {
  const { result, events, waits } = waited([]);
  expect(await result).toBe("there");
  expect([...events, ...waits]).toEqual([]);
});

test("what waiting does not mend is thrown, also after waiting", async () => {
  const foreign = new StoreForeignError("another's");
  await expect(waited([away, foreign]).result).rejects.toBe(foreign);
  const bug = new TypeError("x");
  await expect(waited([bug]).result).rejects.toBe(bug);
});

test("whoever is told to stop waits no longer", async () => {
  const { result, waits } = waited(new Array(9).fill(away), 2);
  expect(await result).toBeUndefined();
  expect(waits).toEqual([250, 500]);
});
