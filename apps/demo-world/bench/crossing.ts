/**
 * How long a walk through the gate takes: from stepping into the gate with an item in the hand until the far door is
 * open, through the real page on a real local zone, there and back by turns.
 *
 *   node bench/crossing.ts [crossings]    15 unless told; exits with 1 where the median is over 10 s
 */
import { launchBrowser } from "@ryugu/test-browser";
import { Person } from "../test/story/support/person.ts";
import { startStoryZone } from "../test/story/support/story-zone.ts";
import { median, percentile, print, seconds } from "./figures.ts";

const CEILING = 10_000;
const DEFAULT_CROSSINGS = 15;
const TAIL = 0.95;

const count = Number(process.argv[2] ?? DEFAULT_CROSSINGS);
const world = await startStoryZone();
const browser = await launchBrowser();
try {
  // The map instead of the scene: what is measured is the crossing, not a processor that plays graphics card.
  const guise = { name: "Walker", locale: "en", drawing: "map" } as const;
  const walker = await Person.with(browser, guise);
  await walker.arrive(world.url("minato"));
  await walker.open("gifts", "gifts");
  await walker.press('[data-gift="nautilus"]');
  await walker.owns('[data-held="true"]');
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const [from, to] =
      i % 2 === 0 ? (["minato", "garan"] as const) : (["garan", "minato"] as const);
    await walker.enterGate(from);
    await walker.sees('[data-door="open"]');
    const took = await walker.timeOfCrossing();
    times.push(took);
    print(`${`${i + 1}`.padStart(3)}  ${from.padEnd(6)} → ${to.padEnd(6)} ${seconds(took)}`);
    await walker.walkOn(to);
  }
  const middle = median(times);
  print("");
  print(`crossings  ${times.length}`);
  print(`median     ${seconds(middle)}   at most ${seconds(CEILING)}`);
  print(`p95        ${seconds(percentile(times, TAIL))}`);
  if (middle > CEILING) process.exitCode = 1;
} finally {
  await browser.close();
  await world.stop();
}
