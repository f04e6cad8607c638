/**
 * Takes the README's pictures of the world, on a real zone with real people in it:
 * `node --conditions=ryugu-source scripts/world-pictures.ts <folder>`. Takes minutes where the processor draws.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launchBrowser } from "@ryugu/test-browser";
import type { Browser } from "playwright-core";
import type { Stand } from "../src/sim/place/place.ts";
import { Desk } from "../test/story/support/desk.ts";
import { Person } from "../test/story/support/person.ts";
import { type StoryZone, startStoryZone } from "../test/story/support/story-zone.ts";
import { Watcher } from "../test/story/support/watcher.ts";

const WIDE = { width: 1600, height: 900 };
/** A drawn frame takes long without a graphics card; a picture wants one that shows everything. */
const SETTLE = 9_000;

interface Extra {
  name: string;
  avatar: string;
  at: Stand;
  gift?: string;
}

const HALL: readonly Extra[] = [
  { name: "Ren", avatar: "hayate", at: { x: -9.2, z: -1.6, heading: 1.2 }, gift: "lantern" },
  { name: "おとは", avatar: "otoha", at: { x: -7.6, z: -2.2, heading: -1.5 } },
  { name: "Kame-san", avatar: "kame", at: { x: -9.5, z: 3.4, heading: 0.4 }, gift: "turtle" },
  { name: "Mio", avatar: "nagi", at: { x: 2.6, z: -6.2, heading: -1.2 } },
  { name: "たろう", avatar: "hayate", at: { x: 3.2, z: 6.2, heading: 0.2 }, gift: "coral" },
];
const GALLERY: readonly Extra[] = [
  { name: "おとは", avatar: "otoha", at: { x: 6.4, z: -1.9, heading: 1.5 } },
  { name: "Kame-san", avatar: "kame", at: { x: 4.6, z: 2.1, heading: 1.2 } },
];

async function fill(world: StoryZone, slug: "minato" | "garan", extras: readonly Extra[]) {
  const platform = await world.platform(slug);
  for (const { name, avatar, at, gift } of extras) {
    const one = await Watcher.enter(platform, name, { avatar: { kind: "own", id: avatar }, at });
    if (gift !== undefined) await one.takeInHand(platform, gift);
  }
}

async function arrive(browser: Browser, world: StoryZone): Promise<Person> {
  const aiko = await Person.with(browser, { name: "あいこ", locale: "en", avatar: "nagi" });
  await aiko.page.setViewportSize(WIDE);
  const settings = { detail: "full", motion: "auto", sound: false, isHelped: true };
  await aiko.page.addInitScript((text) => {
    const kept = JSON.parse(localStorage.getItem("ryugu.world") ?? "{}");
    localStorage.setItem("ryugu.world", JSON.stringify({ ...kept, ...JSON.parse(text) }));
  }, JSON.stringify(settings));
  await aiko.arrive(world.url("minato"), "passkey");
  return aiko;
}

async function takePictures(browser: Browser, world: StoryZone, folder: string): Promise<void> {
  const shoot = async (person: Person, name: string) => {
    await person.page.waitForTimeout(SETTLE);
    await person.page.screenshot({
      path: join(folder, `${name}.jpg`),
      type: "jpeg",
      quality: 84,
    });
    process.stdout.write(`${name}\n`);
  };
  await Promise.all([fill(world, "minato", HALL), fill(world, "garan", GALLERY)]);
  const aiko = await arrive(browser, world);
  await shoot(aiko, "world-minato");

  await aiko.open("booth", "3");
  await shoot(aiko, "world-booth");
  await aiko.open("gifts", "gifts");
  await aiko.press('[data-gift="nautilus"]');
  await aiko.sees('[data-notice="gift-arrived"]');
  await shoot(aiko, "world-gift");
  await aiko.closePanel();

  await aiko.enterGate("minato");
  await shoot(aiko, "world-corridor");
  await aiko.walkOn("garan");
  await shoot(aiko, "world-garan");
  await aiko.open("artwork", "1");
  await aiko.press('[data-action="get-yen"]');
  await aiko.sees('[data-notice="yen-arrived"]');
  await aiko.press('[data-action="buy"]:enabled');
  await aiko.sees('.sale[data-sale="sold"]');
  await shoot(aiko, "world-sale");
  await aiko.leave();
}

const folder = resolve(process.argv[2] ?? "pictures");
await mkdir(folder, { recursive: true });
const [browser, world] = await Promise.all([launchBrowser(), startStoryZone()]);
try {
  await takePictures(browser, world, folder);
  const { organisations } = await world.platform("minato");
  const desk = await Desk.open(browser, world.desk(organisations[1]?.slug ?? ""), "en");
  await desk.page.screenshot({ path: join(folder, "world-desk.jpg"), type: "jpeg", quality: 84 });
} finally {
  await browser.close();
  await world.stop();
}
