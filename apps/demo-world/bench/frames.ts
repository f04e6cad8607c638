/**
 * What drawing costs with ten people present, each with an item in the hand: draw calls, triangles and the time of a
 * frame, in each place and at both levels of detail, by the page's own figures.
 *
 *   node bench/frames.ts    exits with 1 where a place takes more than 60 draw calls
 */
import { launchBrowser } from "@ryugu/test-browser";
import type { Browser } from "playwright-core";
import { MAX_DRAW_CALLS } from "../src/sim/detail/draw-budget.ts";
import { crowd } from "../test/story/support/crowd.ts";
import { Person } from "../test/story/support/person.ts";
import { type StoryZone, startStoryZone } from "../test/story/support/story-zone.ts";
import { median, print } from "./figures.ts";

const SIZE = [1280, 720] as const;
const SAMPLES = 8;
const SECOND = 1_000;

const world = await startStoryZone();
const browser = await launchBrowser();
try {
  print(
    `Drawn by the processor (SwiftShader), ${SIZE.join(" × ")}; ten people, in the corridor one.\n`,
  );
  print("detail    place      calls  triangles   frame");
  for (const detail of ["reduced", "full"] as const) await walkThrough(browser, world, detail);
} finally {
  await browser.close();
  await world.stop();
}

/** One visitor from Minato through the corridor to Garan. */
async function walkThrough(by: Browser, zone: StoryZone, detail: "reduced" | "full") {
  const guest = await Person.with(by, { name: "Guest", locale: "en", size: SIZE });
  const settings = JSON.stringify({ detail, isHelped: true });
  await guest.page.addInitScript((kept) => localStorage.setItem("ryugu.world", kept), settings);
  await guest.arrive(zone.url("minato"));
  for (const place of ["minato", "corridor", "garan"] as const) {
    if (place === "corridor") await guest.enterGate("minato");
    if (place === "garan") await guest.walkOn("garan");
    const others = place === "corridor" ? [] : await crowd(await zone.platform(place), 9);
    await report(guest, detail, place);
    for (const one of others) one.leave();
  }
  await guest.leave();
}

async function report(guest: Person, detail: string, place: string): Promise<void> {
  const seen: { calls: number; triangles: number; frame: number }[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    await guest.page.waitForTimeout(SECOND);
    seen.push(await guest.drawing());
  }
  const calls = Math.max(...seen.map((one) => one.calls));
  const triangles = Math.max(...seen.map((one) => one.triangles));
  const frame = median(seen.slice(SAMPLES / 2).map((one) => one.frame));
  const cells = [
    `${calls}`.padStart(5),
    `${triangles}`.padStart(10),
    `${frame.toFixed(0)} ms`.padStart(8),
  ];
  print(`${detail.padEnd(9)} ${place.padEnd(9)} ${cells.join(" ")}`);
  if (calls > MAX_DRAW_CALLS) process.exitCode = 1;
}
