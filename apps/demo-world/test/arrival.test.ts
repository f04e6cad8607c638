import { launchBrowser } from "@ryugu/test-browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { seriousIssues } from "./support/axe.ts";
import { startTestWorld, type TestWorld } from "./support/world.ts";

const WAIT = 30_000;
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
const PASSPHRASE = "coral lantern seven windows";

/** Without a browser these tests are skipped on a developer's machine and fail in CI. */
const browser: Browser | undefined = await launchBrowser().catch((error: unknown) => {
  if (process.env.CI === "true") throw error;
  return undefined;
});

let world: TestWorld;
let page: Page;

beforeAll(async () => {
  world = await startTestWorld();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
}, 60_000);
afterEach(async () => {
  await page?.context().close();
});

/** Opens the world's title; its server runs no platform, so that nobody gets further than its door. */
async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  if (browser === undefined) throw new Error("There is no browser.");
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  });
  page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  await page.goto(new URL("/", world.url).href);
  await page.locator('[data-action="begin"]').waitFor();
  return page;
}

const act = (name: string) => page.locator(`[data-action="${name}"]`);
const sideways = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(browser === undefined)("the way in", () => {
  test.each([
    ["en-GB", {}],
    ["ja-JP", PHONE],
  ] as const)("is free of serious issues and fits the screen: %s", async (locale, options) => {
    await visit({ locale, ...options });
    expect(await seriousIssues(page)).toEqual([]);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await act("begin").click();
    await page.getByRole("textbox").fill("Umi\u202e<b>x</b>");
    expect(await page.locator("form .hint").last().textContent()).toContain("Umi<b>x</b>");
    expect(await seriousIssues(page)).toEqual([]);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await act("next").click();
    await page.locator('input[type="password"]').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    expect(await sideways()).toBeLessThanOrEqual(0);
  });

  test("a file of 200 MB and one that is no avatar are refused in words, and do not stay", async () => {
    await visit();
    await act("begin").click();
    // As large as it says, without being read: so is a file that the browser only knows the size of.
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('.avatars input[type="file"]');
      const file = new File(["glTF"], "huge.vrm");
      Object.defineProperty(file, "size", { value: 200 * 1024 * 1024 });
      if (input === null) return;
      Object.defineProperty(input, "files", { value: [file], configurable: true });
      input.dispatchEvent(new Event("change", { bubbles: true }));
      Reflect.deleteProperty(input, "files");
    });
    await page.locator('[data-problem="avatar-too-large"]').waitFor();
    await page.locator('.avatars input[type="file"]').setInputFiles({
      name: "not.vrm",
      mimeType: "model/gltf-binary",
      buffer: Buffer.from("this is no avatar at all"),
    });
    await page.locator('[data-problem="not-a-glb"]').waitFor();
    await page.locator('[data-avatar="kame"] input').check();
    expect(await page.locator("[data-problem]").count()).toBe(0);
  });

  test("the key is made and kept; a wrong passphrase says so; the closed world says so", async () => {
    await visit();
    await act("begin").click();
    await page.getByRole("textbox").fill("Umi");
    await act("next").click();
    const field = page.locator('input[type="password"]');
    await field.fill("password");
    await page.locator('[data-strength="weak"]').waitFor();
    expect(await act("make-key").isDisabled()).toBe(true);
    await field.fill(PASSPHRASE);
    await act("make-key").click();
    // The key is there; this server runs no platform.
    await page.locator("[data-problem]").waitFor();
    const kept = await page.evaluate(() => localStorage.getItem("ryugu.key"));
    expect(kept).toContain("ryugu-locked-key/1");
    await page.reload();
    await act("begin").click();
    await page.locator('input[type="password"]').fill("not this one at all");
    await act("unlock").click();
    await page.locator('[data-problem="wrong-secret"]').waitFor();
    await page.locator('input[type="password"]').fill(PASSPHRASE);
    await act("unlock").click();
    await page.locator('[data-problem]:not([data-problem="wrong-secret"])').waitFor();
  });

  test("keyboard alone goes from the title to the key", async () => {
    await visit();
    await act("begin").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("textbox").focus();
    await page.keyboard.type("Umi");
    await page.keyboard.press("Enter");
    await page.locator('input[type="password"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });
});
