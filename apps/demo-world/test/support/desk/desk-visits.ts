import { launchBrowser } from "@ryugu/test-browser";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { CreatorsDesk } from "../../story/support/creator.ts";
import { type DeskZone, startDeskZone } from "./desk-zone.ts";
import { type CreatorKey, giveKey, makeCreatorKey } from "./kept-key.ts";
import { forgetMoney } from "./made-money.ts";

/** However busy the machine is. */
export const WAIT = { timeout: 50_000 };

interface VisitOptions extends BrowserContextOptions {
  /** After `#`: the account that is looked at. */
  account?: string;
  /** Whether the browser keeps the creator's key; it does unless told otherwise. */
  hasKey?: boolean;
}

/** A made-up zone for a file's tests, and how they come to its desk. */
export interface DeskVisits {
  /** Undefined on a developer's machine without one. */
  readonly browser: Browser | undefined;
  readonly zone: DeskZone;
  readonly key: CreatorKey;
  /** What went wrong in the pages of this test. */
  readonly problems: string[];
  visit(options?: VisitOptions): Promise<CreatorsDesk>;
}

/** Starts a zone for the file that calls this; after each test it is as at first. */
export async function deskVisits(): Promise<DeskVisits> {
  const browser = await launchBrowser().catch((error: unknown) => {
    if (process.env.CI === "true") throw error;
    return undefined;
  });
  let started: { zone: DeskZone; key: CreatorKey } | undefined;
  const problems: string[] = [];
  const there = () => {
    if (started === undefined) throw new Error("The zone has not started.");
    return started;
  };
  beforeAll(async () => {
    started = { zone: await startDeskZone(), key: await makeCreatorKey() };
  }, 120_000);
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    const { zone } = there();
    for (const server of [...zone.nodes, ...Object.values(zone.chains)]) await server.start();
    forgetMoney(zone);
    problems.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await started?.zone.close();
  }, 60_000);

  return {
    browser,
    problems,
    get zone() {
      return there().zone;
    },
    get key() {
      return there().key;
    },
    async visit({ account, hasKey = true, ...options } = {}) {
      if (browser === undefined) throw new Error("There is no browser.");
      const locale = options.locale?.startsWith("ja") ? "ja" : "en";
      const context = await browser.newContext({
        ...{ locale: "en-GB", reducedMotion: "reduce" },
        ...options,
      });
      if (hasKey) await giveKey(context, there().key);
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT.timeout);
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        // What does not answer is reported by the browser itself; everything else is the page's own doing.
        const isSilence = /ERR_CONNECTION|ERR_EMPTY|Failed to load resource/.test(message.text());
        if (message.type() === "error" && !isSilence) problems.push(message.text());
      });
      const { url } = there().zone;
      return CreatorsDesk.open(page, account === undefined ? url : `${url}#${account}`, locale);
    },
  };
}
