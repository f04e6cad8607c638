import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openBook } from "../support/book.ts";
import { Person } from "../support/person.ts";
import { MALFORMED } from "../support/shared-avatars.ts";
import type { StoryZone } from "../support/story-zone.ts";
import { Watcher } from "../support/watcher.ts";

const MEGABYTE = 1_024 * 1_024;
const TOO_LARGE = 1_009;

/** What strangers send, and what servers do not bear. */
export function badInput(browser: () => Browser, world: () => StoryZone): void {
  describe("bad input", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);

    chapter("an avatar of 200 MB is refused unread, and malformed ones in words", async () => {
      const person = await Person.with(browser(), { name: "Toma", locale: "en", drawing: "map" });
      pages.toma = person.page;
      const folder = mkdtempSync(join(tmpdir(), "ryugu-story-"));
      const huge = join(folder, "huge.vrm");
      writeFileSync(huge, "glTF");
      truncateSync(huge, 200 * MEGABYTE);
      await person.page.addInitScript(countReads);
      await person.page.goto(world().url("minato"));
      await person.press('[data-action="begin"]');
      const file = person.page.locator('.avatars input[type="file"]');
      await file.setInputFiles(huge);
      await person.sees('[data-problem="avatar-too-large"]');
      await person.reads("The file is larger than 20 MB. It was not read.");
      expect(await person.page.evaluate(readsCounted)).toBe(0);
      rmSync(folder, { recursive: true });

      for (const path of MALFORMED) {
        await file.setInputFiles(path);
        // Refused with a reason, or taken with what was noticed: never silently, never stuck.
        await person.sees(".own-verdict [role=alert], .own-verdict details");
        await person.page.getByLabel(person.words.arrival.nameLabel).fill(path.slice(-12));
        await person.press('[data-avatar="kame"]');
        await person.page.locator(".own-verdict").waitFor({ state: "detached" });
      }
      expect(person.problems).toEqual([]);
      await person.leave();
    });

    chapter("a name and a sentence that try to be more are plain text to everybody", async () => {
      const person = await Person.with(browser(), {
        name: "\u202e<img src=x onerror=a>\u2066",
        locale: "ja",
        drawing: "map",
      });
      pages.umi = person.page;
      await person.arrive(world().url("minato"));
      const platform = await world().platform("minato");
      const watcher = await Watcher.enter(platform, "<b>Vic</b>\u202e");
      await person.reads(/<b>Vic<\/b>/);
      expect(watcher.names()).toContain("<img src=x onerror=a>");
      watcher.tell({ t: "say", text: "<b onclick=window.pwned=1>\u202eolleh</b>" });
      await person.reads(/<b onclick=window\.pwned=1>olleh<\/b>/);
      expect(await person.page.evaluate(() => "pwned" in window)).toBe(false);
      const text = (await person.page.locator("body").textContent()) ?? "";
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      watcher.leave();
      expect(person.problems).toEqual([]);
      await person.leave();
    });

    chapter("a sentence of 1 MB ends its own connection, and nobody else's", async () => {
      const platform = await world().platform("minato");
      const [loud, other] = await Promise.all([
        Watcher.enter(platform, "Loud"),
        Watcher.enter(platform, "Other"),
      ]);
      loud.tellRaw(JSON.stringify({ t: "say", text: "a".repeat(MEGABYTE) }));
      expect(await loud.closed).toBe(TOO_LARGE);
      other.tell({ t: "say", text: "still here" });
      await other.hears("said", ({ text }) => text === "still here");
      other.leave();
    });

    chapter("who jumps across the hall is put back, and nobody has seen it", async () => {
      const platform = await world().platform("minato");
      const [jumper, other] = await Promise.all([
        Watcher.enter(platform, "Jumper"),
        Watcher.enter(platform, "Other"),
      ]);
      await expect.poll(() => other.find("Jumper"), { timeout: 30_000 }).toBeDefined();
      const before = other.find("Jumper");
      jumper.tell({ t: "pose", x: 15, z: 0, heading: 0, motion: "run" });
      const { at } = await jumper.hears("placed");
      expect(Math.hypot(at.x - (before?.x ?? 0), at.z - (before?.z ?? 0))).toBeLessThan(1);
      jumper.tell({ t: "say", text: "after" });
      await other.hears("said", ({ text }) => text === "after");
      expect(other.find("Jumper")?.x).toBeCloseTo(before?.x ?? 0, 1);
      jumper.leave();
      other.leave();
    });
  });
}

/** Runs in the page: counts whoever reads a file's bytes. */
function countReads(): void {
  const memory = globalThis as typeof globalThis & { reads?: number };
  memory.reads = 0;
  for (const name of ["arrayBuffer", "text", "stream", "slice"] as const) {
    const known = Blob.prototype[name];
    Object.defineProperty(Blob.prototype, name, {
      value(this: Blob, ...all: []) {
        memory.reads = (memory.reads ?? 0) + 1;
        return Reflect.apply(known, this, all);
      },
    });
  }
}

function readsCounted(): number | undefined {
  return (globalThis as typeof globalThis & { reads?: number }).reads;
}
