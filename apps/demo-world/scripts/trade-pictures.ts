/**
 * Plays making, selling and buying on a real zone with real people, and takes a picture of every panel to be looked at:
 * `node --conditions=ryugu-source scripts/trade-pictures.ts <folder>`. Takes minutes where the processor draws.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@ryugu/test-browser";
import type { Browser } from "playwright-core";
import { fillInWork, makeWork } from "../test/story/support/making.ts";
import { Person } from "../test/story/support/person.ts";
import { buyFromStall, type SoldToken, sell, takeBack } from "../test/story/support/selling.ts";
import { type StoryZone, startStoryZone } from "../test/story/support/story-zone.ts";

const PICTURE = fileURLToPath(new URL("../dist-content/artworks/moon-shoal.png", import.meta.url));
const SETTLE = 1_200;

/** Takes a picture of a panel from its top to its end. */
async function shoot(person: Person, folder: string, name: string): Promise<void> {
  const { page } = person;
  await page.waitForTimeout(SETTLE);
  const body = page.locator(".panel-body");
  const pages = await body.evaluate((one) => Math.ceil(one.scrollHeight / one.clientHeight));
  for (let i = 0; i < pages; i++) {
    await body.evaluate((one, part) => one.scrollTo(0, part * (one.clientHeight - 60)), i);
    await page.screenshot({ path: join(folder, `${name}-${i + 1}.png`), timeout: 300_000 });
  }
  await body.evaluate((one) => one.scrollTo(0, 0));
  process.stdout.write(`${name}\n`);
}

/** The newest work of the gallery that somebody has made. */
async function newestWork(world: StoryZone, title: string): Promise<SoldToken & { spot: string }> {
  const garan = await world.platform("garan");
  const work = garan.gallery?.artworks.find((one) => one.title.en === title);
  if (work?.sale === undefined) throw new Error(`"${title}" does not hang.`);
  const { collection: contract, tokenId: id } = work.sale;
  return { contract, id, spot: work.spot };
}

async function play(browser: Browser, world: StoryZone, folder: string): Promise<void> {
  const guise = { locale: "ja", drawing: "map" } as const;
  const aiko = await Person.with(browser, { ...guise, name: "あいこ" });
  const ben = await Person.with(browser, {
    ...{ name: "Ben", locale: "en", device: "phone", drawing: "map" },
  });
  await Promise.all([aiko.arrive(world.url("garan")), ben.arrive(world.url("garan"))]);
  const account = await aiko.account();

  await fillInWork(aiko, {
    ...{ picture: PICTURE, title: "Night shoal", about: "月のまわりを泳ぐ魚たち。", price: 12_000 },
    creators: [
      { name: "あいこ", account, percent: "50" },
      { name: "蓮", account: `0x${"a1".repeat(20)}`, percent: "30" },
      { name: "栞", account: `0x${"b2".repeat(20)}`, percent: "20" },
    ],
  });
  await aiko.looksRight();
  await shoot(aiko, folder, "easel-filled-ja");
  await aiko.press('[data-action="make"]');
  await shoot(aiko, folder, "easel-making-ja");
  await aiko.sees('.making[data-making="done"]');
  await aiko.looksRight();
  await shoot(aiko, folder, "easel-done-ja");

  const work = await newestWork(world, "Night shoal");
  await aiko.closePanel();
  await aiko.openBelongings();
  await aiko.sees("[data-for-sale]");
  await aiko.looksRight();
  await shoot(aiko, folder, "belongings-ja");
  await ben.open("artwork", work.spot);
  await ben.sees('.sale[data-sale="open"]');
  await ben.looksRight();
  await shoot(ben, folder, "artwork-en");
  await ben.closePanel();
  await ben.open("market", "market");
  await ben.sees(".offer");
  await shoot(ben, folder, "market-en");
  const first = await buyFromStall(ben, work);
  process.stdout.write(`${JSON.stringify(first)}\n`);

  process.stdout.write(`Ben would get ${await sell(ben, work, 20_000)}\n`);
  await takeBack(ben, work);
  await ben.openBelongings();
  await ben.press('[data-action="sell-here"]');
  await ben.write('[data-panel="sell"] [data-field="price"]', "25000");
  await ben.sees("[data-you-get]:not([data-you-get=''])");
  await shoot(ben, folder, "sell-en");
  await sell(ben, work, 25_000);
  await aiko.closePanel();
  await aiko.open("market", "market");
  await aiko.press(".offer");
  await aiko.sees('.sale[data-sale="open"]');
  await aiko.looksRight();
  await shoot(aiko, folder, "offer-ja");
  process.stdout.write(`${JSON.stringify(await buyFromStall(aiko, work))}\n`);
  process.stdout.write(`${JSON.stringify([...aiko.problems, ...ben.problems])}\n`);

  await ben.closePanel();
  await fillInWork(ben, {
    ...{ picture: PICTURE, title: "Second", price: 900 },
    creators: [{ name: "Ben", account: await ben.account(), percent: "100" }],
  });
  await shoot(ben, folder, "easel-filled-en");
  await makeWork(ben);
  await shoot(ben, folder, "easel-done-en");
}

const folder = resolve(process.argv[2] ?? "pictures");
await mkdir(folder, { recursive: true });
const world = await startStoryZone();
const browser = await launchBrowser();
try {
  await play(browser, world, folder);
} finally {
  await browser.close();
  await world.stop();
}
