/** Takes the README's pictures of the page over a made-up zone: `… scripts/screenshots.ts <folder>`. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launchBrowser } from "@ryugu/test-browser";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { makeTransfer } from "../test/support/made-transfer.ts";
import { startTestWorld, type TestWorld } from "../test/support/world.ts";

const SETTLE = 2_500;
const DESKTOP = { viewport: { width: 1280, height: 960 } };
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

interface Shot {
  name: string;
  options: BrowserContextOptions;
  /** Opens this transfer's details. */
  open?: number;
  /** Scrolls to this part of the page. */
  at?: string;
}

const SHOTS: readonly Shot[] = [
  { name: "page-day-en", options: { ...DESKTOP, colorScheme: "light", locale: "en-GB" } },
  { name: "page-night-ja", options: { ...DESKTOP, colorScheme: "dark", locale: "ja-JP" } },
  {
    name: "page-transfers-en",
    options: { ...DESKTOP, colorScheme: "light", locale: "en-GB" },
    at: "#transfers",
  },
  {
    name: "page-transfer-ja",
    options: { ...DESKTOP, colorScheme: "light", locale: "ja-JP" },
    open: 14,
  },
  { name: "page-phone-ja", options: { ...PHONE, colorScheme: "light", locale: "ja-JP" } },
  {
    name: "page-phone-night-en",
    options: { ...PHONE, colorScheme: "dark", locale: "en-GB" },
    at: "#transfers",
  },
];

/** A zone in the middle of its day: some things arrived, some on their way, one parked, one node silent. */
async function fill({ state, zone, nodes }: TestWorld): Promise<void> {
  const now = Math.floor(Date.now() / 1_000);
  const [there, back] = zone.lanes.map(({ id }) => id);
  const out = (sequence: number, ago: number) => ({
    laneId: there ?? "",
    sequence,
    time: now - ago,
  });
  const home = (sequence: number, ago: number, token: string) => ({
    laneId: back ?? "",
    sequence,
    time: now - ago,
    back: true,
    tokens: [token],
  });
  state.record(makeTransfer({ ...out(1, 410), state: "delivered", kind: "collection" }));
  for (let sequence = 2; sequence <= 12; sequence++) {
    const tokens = sequence === 5 ? ["5", "6", "7"] : [String(sequence)];
    state.record(
      makeTransfer({ ...out(sequence, 400 - sequence * 20), state: "delivered", tokens }),
    );
  }
  state.record(makeTransfer({ ...home(1, 70, "3"), state: "delivered" }));
  const parkedReason = "the limit of this hour is reached";
  state.record(makeTransfer({ ...home(2, 50, "4"), state: "parked", parkedReason }));
  state.record(makeTransfer({ ...out(13, 9), state: "attested" }));
  state.record(makeTransfer({ ...out(14, 6), state: "final", signers: 2 }));
  state.record(makeTransfer({ ...out(15, 4), state: "final", signers: 1 }));
  state.record(makeTransfer({ ...out(16, 1), state: "sent" }));
  state.record(makeTransfer({ ...home(3, 5, "8"), state: "final", signers: 2 }));
  await nodes[2]?.stop();
}

async function take(browser: Browser, world: TestWorld, shot: Shot, folder: string): Promise<void> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...shot.options });
  const page = await context.newPage();
  const opened = world.state.transfers.find(({ sequence }) => sequence === shot.open);
  await page.goto(world.url + (opened === undefined ? "" : `#transfer=${opened.messageId}`));
  await page.locator(".transfer").first().waitFor();
  if (shot.at !== undefined) await page.locator(shot.at).evaluate((part) => part.scrollIntoView());
  await page.waitForTimeout(SETTLE);
  const path = join(folder, `${shot.name}.png`);
  await page.screenshot({ path, animations: "disabled", timeout: 120_000 });
  await context.close();
}

const folder = resolve(process.argv[2] ?? "docs/images");
await mkdir(folder, { recursive: true });
const world = await startTestWorld();
const browser = await launchBrowser();
for (const shot of SHOTS) {
  // Each picture is of the same moment.
  world.state.transfers.length = 0;
  await fill(world);
  await take(browser, world, shot, folder);
}
await browser.close();
await world.close();
