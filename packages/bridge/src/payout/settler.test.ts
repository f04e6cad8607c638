import { expect, test } from "vitest";
import { AWAY, HOME } from "../../test/model/messages.ts";
import { RoyaltyWorld } from "../../test/model/royalty-world.ts";
import type { Store } from "../ports/store.ts";
import { createForwarder } from "./forwarder.ts";
import { createSettler } from "./settler.ts";

const ALL = { since: 0, after: 0, limit: 9 };

/** The node forwards and settles, and blocks come. */
async function play(world: RoyaltyWorld, store: Store, rounds = 30): Promise<void> {
  const forwarder = createForwarder(world.context(AWAY, store));
  const settler = createSettler(world.context(HOME, store));
  const [there, here] = [world.lander(world.away, store), world.lander(world.home, store)];
  for (let i = 0; i < rounds; i++) {
    while (await forwarder.tick());
    await settler.tick();
    await there.tick();
    await here.tick();
    await world.mine(store);
  }
}

const ends = (world: RoyaltyWorld) =>
  world.events.flatMap((event) => (event.type === "royalties-ended" ? [event.end] : []));

test("what comes home to a split is divided once", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  for (const amount of [700n, 300n]) {
    world.pay(amount);
    await play(world, store);
  }
  expect(world.divisions).toEqual([700n, 300n]);
  expect(world.home.mined.map(({ reverted }) => reverted)).toEqual([false, false]);
  expect(ends(world)).toEqual(["divided", "divided"]);
  expect(await store.arrivedRoyalties(HOME, ALL)).toEqual([]);
});

test("whoever is no split keeps what they were paid", async () => {
  const world = new RoyaltyWorld();
  world.isSplit = false;
  const store = await world.store();
  world.pay(700n);
  await play(world, store);
  expect([world.divisions, world.home.mined]).toEqual([[], []]);
  expect(ends(world)).toEqual(["paid"]);
});

test("a long list is divided in parts, also one that turns out to be too much at once", async () => {
  for (const [payees, tooLarge] of [
    [200, false],
    [60, true],
  ] as const) {
    const world = new RoyaltyWorld(payees);
    world.tooLarge = tooLarge;
    const store = await world.store();
    world.pay(700n);
    await play(world, store, 60);
    expect(world.divisions).toEqual([700n]);
    expect(world.home.mined).toHaveLength(Math.ceil(payees / 64));
    expect(ends(world)).toEqual(["divided"]);
  }
});

test("a split that others have divided already costs nothing", async () => {
  const world = new RoyaltyWorld();
  const [mine, theirs] = [await world.store(), await world.store()];
  world.pay(700n);
  await play(world, theirs);
  const settler = createSettler(world.context(HOME, mine));
  await world.read(mine);
  const { length } = world.home.mined;
  await createForwarder(world.context(AWAY, mine)).tick();
  await settler.tick();
  expect(ends(world)).toEqual(["divided", "divided"]);
  expect(await mine.wantedActs(HOME)).toEqual([]);
  expect(world.home.mined).toHaveLength(length);
});

test("royalties that cannot be settled hold up no others", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  world.pay(700n);
  await play(world, store, 10);
  world.pay(300n);
  const forwarder = createForwarder(world.context(AWAY, store));
  const there = world.lander(world.away, store);
  for (let i = 0; i < 10; i++) {
    while (await forwarder.tick());
    await there.tick();
    await world.mine(store);
  }
  const [first, second] = await store.arrivedRoyalties(HOME, ALL);
  expect([first, second].map((one) => one?.transfer.assets[0]?.amount)).toEqual(["700", "300"]);
  let asked = 0;
  const reader = world.reader(HOME);
  const broken: typeof reader = {
    ...reader,
    split: async (...question) => {
      asked += 1;
      if (asked === 1) throw new Error("no answer");
      return reader.split(...question);
    },
  };
  const settler = createSettler(world.context(HOME, store, { reader: broken }));
  await expect(settler.tick()).rejects.toThrow("no answer");
  expect(await store.wantedActs(HOME)).toHaveLength(1);
});
