/**
 * Plays a creator's day at their desk on a real zone, and takes the guide's picture of it:
 * `node --conditions=ryugu-source scripts/creator-desk-picture.ts <folder>`. Takes minutes.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { testYenAbi } from "@ryugu/contracts";
import { parseBankAccount } from "@ryugu/sdk/payout";
import { launchBrowser } from "@ryugu/test-browser";
import { Contract } from "ethers";
import type { Browser } from "playwright-core";
import { CreatorsDesk } from "../test/story/support/creator.ts";
import { fillInWork, makeWork } from "../test/story/support/making.ts";
import { Person } from "../test/story/support/person.ts";
import { buyFromStall } from "../test/story/support/selling.ts";
import { type StoryZone, startStoryZone } from "../test/story/support/story-zone.ts";

const PICTURE = fileURLToPath(new URL("../dist-content/artworks/moon-shoal.png", import.meta.url));
const BANK = parseBankAccount({
  ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "1234567" },
  holder: "シオミ アイコ",
});
const PASSPHRASE = "otter canal tulip mist";
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Has the yen's issuer block an account, or let it go again. */
async function setBlocked({ zone }: StoryZone, account: string, on: boolean): Promise<void> {
  const provider = zone.provider("garan");
  const issuer = (await zone.keys.issuer.open()).connect(provider);
  const yen = new Contract(zone.ready.money?.yen.token ?? "", testYenAbi, issuer);
  await (await yen.getFunction("setBlocked")(account, on)).wait();
}

async function play(browser: Browser, world: StoryZone, folder: string): Promise<void> {
  const guise = { drawing: "map", size: [1180, 820] } as const;
  const aiko = await Person.with(browser, { ...guise, name: "Aiko", locale: "en" });
  const ben = await Person.with(browser, { ...guise, name: "Ben", locale: "en" });
  await Promise.all([aiko.arrive(world.url("garan")), ben.arrive(world.url("garan"))]);
  const [account, other] = [await aiko.account(), await ben.account()];
  const prices = [12_000, 4_800];
  for (const [at, price] of prices.entries()) {
    await fillInWork(aiko, {
      ...{ picture: PICTURE, title: ["Night shoal", "Low tide"][at] ?? "", about: "", price },
      creators: [
        { name: "Aiko", account, percent: "70" },
        { name: "Ren", account: `0x${"a1".repeat(20)}`, percent: "30" },
      ],
    });
    await makeWork(aiko);
    await aiko.press('[data-action="another-work"]');
    await aiko.closePanel();
    if (at === 1) await setBlocked(world, account, true);
    const garan = await world.platform("garan");
    const sale = garan.gallery?.artworks.find(
      (one) => one.title.en === ["Night shoal", "Low tide"][at],
    )?.sale;
    await buyFromStall(ben, { contract: sale?.collection ?? "", id: sale?.tokenId ?? "" });
    await ben.closePanel();
    say(`sold ${price}`);
  }

  const { page } = await aiko.anotherTab();
  // Worlds that are drawn leave a processor no time for pictures.
  await Promise.all([aiko.page.close(), ben.leave()]);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const desk = await CreatorsDesk.open(page, `${world.url("garan")}/creator`, "en");
  await desk.lists("first", "paid");
  await desk.lists("first", "waiting");
  await desk.unlock({ passphrase: PASSPHRASE });
  await page.locator('[data-credit][data-reason="blocked"]').waitFor();
  say(`waiting ${await desk.purse("waiting")}`);
  await page.setViewportSize({ width: 1280, height: 1180 });
  await page.screenshot({ path: join(folder, "creator-desk.jpg"), type: "jpeg", quality: 84 });
  await desk.redirect(other);
  say("redirected");
  await desk.lists("first", "claimed");
  say(`faults ${JSON.stringify(await desk.faults())}`);
  await page.locator('[data-action="statement-json"]').click();
  await page.locator('[data-statement="ready"], [data-statement="failed"]').waitFor();
  say((await desk.part("statement").locator("[data-statement]").textContent()) ?? "");

  await setBlocked(world, account, false);
  await desk.cashOut(2_000, BANK);
  await page.reload();
  await desk.isReady();
  await desk.unlock({ passphrase: PASSPHRASE });
  await desk.cashOutIs("settled");
  say("settled");
  await page.getByRole("button", { name: desk.words.cashOut.another }).click();
  await desk.cashOut(1_000, { ...BANK, number: "9000001" });
  await desk.cashOutIs("returned");
  say("returned");
  say(JSON.stringify(problems));
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
// What still asks a chain of the zone keeps nothing alive.
process.exit();
