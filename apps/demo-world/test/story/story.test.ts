import { launchBrowser } from "@ryugu/test-browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { badInput } from "./parts/bad-input.ts";
import { budget } from "./parts/budget.ts";
import { creators } from "./parts/creators.ts";
import { ownWallet } from "./parts/own-wallet.ts";
import { wholeStory } from "./parts/story.ts";
import { trouble } from "./parts/trouble.ts";
import { type StoryZone, startStoryZone } from "./support/story-zone.ts";

/** Without a browser these tests are skipped on a developer's machine and fail in CI. */
const launched: Browser | undefined = await launchBrowser().catch((error: unknown) => {
  if (process.env.CI === "true") throw error;
  return undefined;
});

/** One zone for everything here: it takes longer to start than most of what happens in it. */
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

  wholeStory(browser, zone);
  creators(browser, zone);
  ownWallet(browser, zone);
  badInput(browser, zone);
  budget(browser, zone);
  trouble(browser, zone);
});
