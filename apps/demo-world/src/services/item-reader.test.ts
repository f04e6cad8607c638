import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Item, TokenReference } from "../sim/item.ts";
import { startItemReader } from "./item-reader.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const token = (id: number): TokenReference => ({
  chain: "eip155:1",
  contract: "0xA",
  id: String(id),
});

test("reads each token once, a few at a time, and all of them in the end", async () => {
  const results: string[] = [];
  let reading = 0;
  let most = 0;
  const reader = startItemReader(
    {
      async read({ id }): Promise<Item> {
        most = Math.max(most, ++reading);
        await new Promise((resolve) => setTimeout(resolve, 10));
        reading--;
        return { name: { en: id, ja: id } };
      },
      onLoading: () => undefined,
      onItem: (key) => results.push(key),
    },
    new AbortController().signal,
  );
  for (let id = 0; id < 20; id++) {
    reader.want(token(id));
    reader.want(token(id));
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(results).toHaveLength(20);
  expect(most).toBe(4);
});

test("tries again after a failure, and gives up after three", async () => {
  const results: (Item | undefined)[] = [];
  let tries = 0;
  const reader = startItemReader(
    {
      read: async ({ id }) => {
        tries++;
        if (id === "1" && tries > 1) return { name: { en: "late", ja: "late" } };
        throw new Error("down");
      },
      onLoading: () => undefined,
      onItem: (_, item) => results.push(item),
    },
    new AbortController().signal,
  );
  reader.want(token(1));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(results).toEqual([{ name: { en: "late", ja: "late" } }]);
  reader.want(token(2));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(results.at(-1)).toBeUndefined();
  expect(tries).toBe(5);
});
