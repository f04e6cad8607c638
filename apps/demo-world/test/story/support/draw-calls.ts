import type { Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE } from "./person.ts";

const LOOKS = 4;
const LOOK = { timeout: PATIENCE, interval: 1_000 };

/** The most draw calls of some seconds' frames, once whatever comes with new people has come. */
export async function settledCalls(page: Page): Promise<number> {
  const seen: number[] = [];
  await expect
    .poll(async () => {
      seen.push(await page.evaluate(() => Number(document.documentElement.dataset.calls ?? 0)));
      const last = seen.slice(-LOOKS);
      return last.length === LOOKS && new Set(last).size === 1 && last[0] !== 0;
    }, LOOK)
    .toBe(true);
  return Math.max(...seen);
}
