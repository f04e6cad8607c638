/** Takes pictures of the creator's desk over a made-up zone: `… scripts/creator-pictures.ts <folder>`. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launchBrowser } from "@ryugu/test-browser";
import type { BrowserContextOptions } from "playwright-core";
import { startDeskZone } from "../test/support/desk/desk-zone.ts";
import { giveKey, makeCreatorKey, PASSPHRASE } from "../test/support/desk/kept-key.ts";
import { fillMoney } from "../test/support/desk/made-money.ts";

const SETTLE = 1_500;
const DESKTOP = { viewport: { width: 1_280, height: 960 } };
const PHONE = {
  ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  ...{ isMobile: true, hasTouch: true },
};

interface Shot {
  name: string;
  options: BrowserContextOptions;
  /** Whether the key is opened. */
  isOpen?: boolean;
}

const SHOTS: readonly Shot[] = [
  {
    name: "creator-day-en",
    options: { ...DESKTOP, colorScheme: "light", locale: "en-GB" },
    isOpen: true,
  },
  { name: "creator-night-ja", options: { ...DESKTOP, colorScheme: "dark", locale: "ja-JP" } },
  {
    name: "creator-phone-ja",
    options: { ...PHONE, colorScheme: "light", locale: "ja-JP" },
    isOpen: true,
  },
  { name: "creator-phone-night-en", options: { ...PHONE, colorScheme: "dark", locale: "en-GB" } },
];

const folder = resolve(process.argv[2] ?? ".");
await mkdir(folder, { recursive: true });
const desk = await startDeskZone();
const key = await makeCreatorKey();
fillMoney(desk, key.account);
const browser = await launchBrowser();
for (const { name, options, isOpen = false } of SHOTS) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  await giveKey(context, key);
  const page = await context.newPage();
  await page.goto(desk.url);
  await page.locator("[data-payment]").first().waitFor();
  if (isOpen) {
    await page.locator('[data-action="ask-key"]').click();
    await page.locator('input[type="password"]').fill(PASSPHRASE);
    await page.locator('[data-action="unlock"]').click();
    await page.locator('[data-action="quote"]').waitFor();
  }
  await page.waitForTimeout(SETTLE);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled", timeout: 120_000 });
  await context.close();
}
await browser.close();
await desk.close();
