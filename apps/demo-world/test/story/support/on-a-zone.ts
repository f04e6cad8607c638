import { launchBrowser } from "@ryugu/test-browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { type StoryZone, startStoryZone } from "./story-zone.ts";

/** Chapters that need a browser and a zone. Both are there when a chapter begins, not before. */
type Part = (browser: () => Browser, zone: () => StoryZone) => void;

/** Without a browser these tests are skipped on a developer's machine and fail in CI. */
const launched: Browser | undefined = await launchBrowser().catch((error: unknown) => {
  if (process.env.CI === "true") throw error;
  return undefined;
});

/** Plays some parts one after another on one zone: it takes longer to start than most of what happens in it. */
export function onAZone(...parts: readonly Part[]): void {
  describe.skipIf(launched === undefined)("the world on a real zone", () => {
    let world: StoryZone | undefined;
    const zone = () => {
      if (world === undefined) throw new Error("There is no zone.");
      return world;
    };
    const browser = () => {
      if (launched === undefined) throw new Error("There is no browser.");
      return launched;
    };

    beforeAll(async () => {
      world = await startStoryZone();
    }, 300_000);
    afterAll(async () => {
      await launched?.close();
      await world?.stop();
    }, 60_000);

    for (const part of parts) part(browser, zone);
  });
}
