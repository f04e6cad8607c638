import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { MAX_DRAW_CALLS } from "../../../src/sim/detail/draw-budget.ts";
import type { PlatformSlug } from "../../../src/sim/place/place.ts";
import { openBook } from "../support/book.ts";
import { crowd } from "../support/crowd.ts";
import { PATIENCE, Person } from "../support/person.ts";
import type { StoryZone } from "../support/story-zone.ts";
import type { Watcher } from "../support/watcher.ts";

/** All JavaScript until the first world can be seen, in compressed bytes. */
const FIRST_SCENE = 700_000;
const LOOKS = 5;
const LOOK = { timeout: PATIENCE, interval: 1_000 };

/** What the world may cost a visitor's machine. */
export function budget(browser: () => Browser, world: () => StoryZone): void {
  describe("budgets", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);
    const others: Watcher[] = [];
    let guest: Person;

    chapter("the first scene takes at most 700 kB of compressed JavaScript", async () => {
      guest = await Person.with(browser(), { name: "Guest", locale: "en", size: [480, 360] });
      pages.guest = guest.page;
      // As on a machine that draws everything: what is measured is not spared for the software's sake.
      await guest.page.addInitScript(() =>
        localStorage.setItem("ryugu.world", '{"detail":"full","isHelped":true}'),
      );
      const scripts: Promise<number>[] = [];
      guest.page.on("response", (response) => {
        if (!/javascript/.test(response.headers()["content-type"] ?? "")) return;
        scripts.push(response.body().then((body) => gzipSync(body).length));
      });
      await guest.arrive(world().url("minato"));
      const sizes = await Promise.all(scripts);
      expect(sizes.length).toBeGreaterThan(3);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(100_000);
      expect(total).toBeLessThanOrEqual(FIRST_SCENE);
    });

    for (const place of ["minato", "garan"] as const) {
      chapter(`ten people with items in ${place} take at most 60 draw calls`, async () => {
        if (place === "garan") {
          await guest.enterGate("minato");
          await guest.walkOn("garan");
        }
        others.push(...(await inFrontOf(place)));
        await guest.sees('.people[data-people="10"]');
        const calls = await mostCalls();
        for (const one of others.splice(0)) one.leave();
        expect(calls).toBeLessThanOrEqual(MAX_DRAW_CALLS);
      });
    }

    chapter("nothing went wrong while so many were there", async () => {
      expect(guest.problems).toEqual([]);
      await guest.leave();
    });

    async function inFrontOf(place: PlatformSlug): Promise<Watcher[]> {
      return await crowd(await world().platform(place), 9);
    }

    /** The most that some seconds' frames took, once everybody's avatar and item is drawn. */
    async function mostCalls(): Promise<number> {
      const stats = () => guest.page.evaluate(() => ({ ...document.documentElement.dataset }));
      const seen: number[] = [];
      await expect
        .poll(async () => {
          const { calls = "0", triangles = "0" } = await stats();
          seen.push(Number(calls));
          const last = seen.slice(-LOOKS);
          // Ten avatars have come; nothing new has for a while.
          return last.length === LOOKS && Number(triangles) > 0 && new Set(last).size === 1;
        }, LOOK)
        .toBe(true);
      return Math.max(...seen);
    }
  });
}
