import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { MAX_DRAW_CALLS } from "../../../src/sim/detail/draw-budget.ts";
import { openBook } from "../support/book.ts";
import { crowd } from "../support/crowd.ts";
import { settledCalls } from "../support/draw-calls.ts";
import { Person } from "../support/person.ts";
import type { StoryZone } from "../support/story-zone.ts";

/** All JavaScript until the first world can be seen, in compressed bytes. */
const FIRST_SCENE = 700_000;

/** What the world may cost a visitor's machine. */
export function budget(browser: () => Browser, world: () => StoryZone): void {
  describe("budgets", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);
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

    chapter("ten people with items in Minato take at most 60 draw calls", async () => {
      const others = await crowd(await world().platform("minato"), 9);
      await guest.sees('.people[data-people="10"]');
      expect(await settledCalls(guest.page)).toBeLessThanOrEqual(MAX_DRAW_CALLS);
      for (const one of others) one.leave();
    });

    chapter("nothing went wrong while so many were there", async () => {
      expect(guest.problems).toEqual([]);
      await guest.leave();
    });
  });
}
