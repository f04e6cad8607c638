import { afterAll, beforeAll, expect, test } from "vitest";
import type { Rules } from "../rules.ts";
import { compare, shrink } from "./compare.ts";
import { tell } from "./report.ts";
import { disastersOf, ONCE_FAILED } from "./seeds.ts";
import { strandedForward } from "./stranded.ts";
import { startWorld, type World } from "./world.ts";

let world: World | undefined;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world?.stop());

function worldNow(): World {
  if (world === undefined) throw new Error("The chains have not started.");
  return world;
}

const play = (seed: number, steps: number, rules: Partial<Rules> = {}) =>
  compare(worldNow(), { seed, steps, rules, disasters: disastersOf(seed), lookEvery: 25 });

/** A schedule of each kind, one in which a lost fork's message was parked, and those that once failed. */
const SCHEDULES = [
  ...[101, 102, 103, 104].map((seed) => ({ seed, steps: 90 })),
  { seed: 434, steps: 200 },
];

test.each([...ONCE_FAILED, ...SCHEDULES])(
  "real gateways do what the model does: schedule $seed",
  async ({ seed, steps }) => {
    const { mismatch, steps: compared } = await play(seed, steps);
    expect(mismatch && tell(mismatch)).toBeUndefined();
    expect(compared).toBeGreaterThan(steps / 2);
  },
);

test("who sent a Forward that can go neither on nor back gets it out at home, on both", async () => {
  const { book } = worldNow();
  const playing = { seed: 5, steps: 0, disasters: {}, lookEvery: 1 };
  const { mismatch, outcomes } = await compare(worldNow(), playing, strandedForward(book, playing));
  expect(mismatch && tell(mismatch)).toBeUndefined();
  const refusals = ["NotEntitled", "Expired"].map((name) => `redirect refused: ${name}`);
  const wanted = [...refusals, "retry refused: LaneRetired", "redirect done", "MessageRedirected"];
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(wanted));
});

/** Rules of the model that are broken, and a schedule in which it shows. */
const BROKEN: readonly (readonly [keyof Rules, number])[] = [
  ["skipsClaimed", 1],
  ["measuresReceipts", 1],
  ["clearsParked", 1],
  ["opensWindows", 2],
  ["paysFromOwnVault", 2],
  ["spendsNonces", 14],
  ["forgetsLostParked", 434],
];

test.each(BROKEN)("a model that breaks %s is found out", async (rule, seed) => {
  const { mismatch } = await play(seed, seed === 434 ? 200 : 120, { [rule]: false });
  expect(mismatch).toBeDefined();
});

test("a mismatch is told with what leads to it, and no more", async () => {
  const comparison = await play(1, 60, { takesOnSend: false });
  const shrunk = await shrink(worldNow(), comparison, 25);
  expect(shrunk?.happenings.length).toBeLessThan(comparison.happenings.length / 4);
  const told = shrunk && tell(shrunk.mismatch, shrunk.happenings);
  expect(told).toMatch(
    /^seed 1, step \d+, at \d+: .*the model:.*the contracts:.*enough to see it:/s,
  );
});
