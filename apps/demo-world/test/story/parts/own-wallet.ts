import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openBook } from "../support/book.ts";
import { addWallet } from "../support/own-wallet.ts";
import { PATIENCE, Person } from "../support/person.ts";
import type { StoryZone } from "../support/story-zone.ts";
import { Watcher } from "../support/watcher.ts";

/** Somebody who has a wallet needs no key of this page. */
export function ownWallet(browser: () => Browser, world: () => StoryZone): void {
  describe("a wallet of one's own", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);

    chapter("Nao's browser has a wallet: it signs them in, and the hall sees them", async () => {
      const watcher = await Watcher.enter(await world().platform("minato"), "Watcher");
      const nao = await Person.with(browser(), { name: "Nao", locale: "en", drawing: "map" });
      pages.nao = nao.page;
      const wallet = await addWallet(nao.page);
      await nao.arrive(world().url("minato"), "wallet");
      expect(wallet.asked).toEqual(["eth_requestAccounts", "personal_sign"]);
      await expect.poll(() => watcher.find("Nao"), { timeout: PATIENCE }).toBeDefined();
      watcher.leave();
      // It is the wallet's account that is inside; this page made no key and keeps none.
      await nao.press('[data-dock="settings"]');
      await nao.reads(wallet.address);
      expect(await nao.page.evaluate(() => localStorage.getItem("ryugu.key"))).toBeNull();
      expect(nao.problems).toEqual([]);
      await nao.leave();
    });
  });
}
