import fc from "fast-check";
import { expect, test } from "vitest";
import { SET } from "../../test/model/attestations.ts";
import { Crash, crashing } from "../../test/model/faults.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, accountOf, HOME } from "../../test/model/messages.ts";
import { WORKS } from "../../test/model/royalty-messages.ts";
import { ROUTER, RoyaltyWorld } from "../../test/model/royalty-world.ts";
import type { Store } from "../ports/store.ts";
import { createForwarder } from "./forwarder.ts";

/** The node works and blocks come, until nothing moves any more. */
async function play(world: RoyaltyWorld, store: Store, rounds = 12): Promise<void> {
  const forwarder = createForwarder(world.context(AWAY, store));
  const lander = world.lander(world.away, store);
  for (let i = 0; i < rounds; i++) {
    while (await forwarder.tick());
    await lander.tick();
    await world.mine(store);
  }
}

const waiting = async (store: Store) =>
  (await store.waitingRoyalties(AWAY, ROUTER)).map(({ amount, verdict }) => [amount, verdict]);

test("a router is found in the lane, made when there is something to send, and sends it once", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  await play(world, store);
  expect(world.away.mined).toEqual([]);
  world.pay(250n);
  await play(world, store, 20);
  expect(world.forwards).toEqual([250n]);
  expect(world.away.mined.map(({ reverted }) => reverted)).toEqual([false, false]);
  expect(await waiting(store)).toEqual([]);
  world.pay(100n);
  await play(world, store, 20);
  expect(world.forwards).toEqual([250n, 100n]);
  expect(world.types().filter((type) => type === "royalties-forwarded")).toHaveLength(2);
});

test("what is small waits until it is old, and is told meanwhile", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  world.pay(99n);
  await play(world, store, 10);
  expect(await waiting(store)).toEqual([[99n, "collecting"]]);
  expect(world.forwards).toEqual([]);
  await play(world, store, 70);
  expect(world.forwards).toEqual([99n]);
});

test("a lane's fee is sent along; without a price for it nothing is sent", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  world.fee = 10n ** 15n;
  world.pay(500n);
  await play(world, store);
  expect(await waiting(store)).toEqual([[500n, "unpriced"]]);
  const [currency] = world.context(AWAY, store).currencies;
  if (currency === undefined) throw new Error("no currency");
  const sendsAt = async (price: bigint) => {
    const currencies = [{ ...currency, coinPrice: () => price }];
    const forwarder = createForwarder(world.context(AWAY, store, { currencies }));
    const lander = world.lander(world.away, store);
    for (let i = 0; i < 20; i++) {
      while (await forwarder.tick());
      await lander.tick();
      await world.mine(store);
    }
    return world.forwards;
  };
  // A fee of a thousandth of a coin that is worth a million units.
  expect(await sendsAt(1_000_000n)).toEqual([]);
  expect(await waiting(store)).toEqual([[500n, "below-fee"]]);
  expect(await sendsAt(400_000n)).toEqual([500n]);
});

test("nodes take turns: one sends, the others wait and see that it was sent", async () => {
  const world = new RoyaltyWorld();
  const stores = await Promise.all(SET.validators.map(() => world.store()));
  const answering = { isAnswering: () => true };
  const forwarders = stores.map((store, i) =>
    createForwarder(
      world.context(AWAY, store, {
        ...(SET.validators[i] === undefined ? {} : { self: SET.validators[i] }),
        exchange: answering,
      }),
    ),
  );
  // All pay with one account of the model, so one lander at a time is at work.
  world.pay(1_000n);
  for (let i = 0; i < 20; i++) {
    for (const [n, forwarder] of forwarders.entries()) {
      while (await forwarder.tick());
      await world.lander(world.away, stores[n] as Store).tick();
    }
    world.away.mine();
    world.time += 1_000;
    for (const store of stores) await world.look(store);
  }
  expect(world.forwards).toEqual([1_000n]);
  // Nobody else even asked their relayer to.
  expect(world.types().filter((type) => type === "royalties-forwarded")).toHaveLength(1);
  expect(world.away.mined.map(({ reverted }) => reverted)).toEqual([false, false]);
});

test("crashes at any call of any port: every royalty goes home, and none is paid for twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          calls: fc.integer({ min: 1, max: 24 }),
          when: fc.constantFrom("before" as const, "after" as const),
          pays: fc.bigInt({ min: 0n, max: 400n }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      async (crashes) => {
        const world = new RoyaltyWorld();
        const store = await world.store();
        let paid = 150n;
        world.pay(paid);
        for (const { calls, when, pays } of crashes) {
          const plan = { calls, when };
          const fragile = crashing(store, plan);
          const reader = crashing(world.reader(AWAY), plan);
          const forwarder = createForwarder(world.context(AWAY, fragile, { reader }));
          const lander = world.lander(world.away, fragile, (one) => crashing(one, plan));
          const live = async () => {
            for (let i = 0; i < 4; i++) {
              await forwarder.tick();
              await lander.tick();
            }
          };
          await live().catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
          if (pays > 0n) world.pay(pays);
          paid += pays;
          await world.mine(store);
        }
        world.time += 700_000;
        await play(world, store, 40);
        expect(world.held()).toBe(0n);
        expect(world.forwards.reduce((a, b) => a + b, 0n)).toBe(paid);
        // The router is made once, and every other transaction has sent something.
        const done = world.away.mined.filter(({ reverted }) => !reverted);
        expect(done).toHaveLength(world.forwards.length + 1);
        expect(world.away.mined).toHaveLength(done.length);
      },
    ),
    { numRuns: 60 },
  );
});

test("however many routers strangers have found, the node rests between looks and comes to each of them", async () => {
  const world = new RoyaltyWorld();
  const store = await world.store();
  const asked: string[] = [];
  const reader = world.reader(AWAY);
  const held: typeof reader.held = async (...question) => {
    asked.push(question[1]);
    return reader.held(...question);
  };
  const routers = Array.from({ length: 2_000 }, (_, i) => ({
    chain: AWAY,
    homeChain: HOME,
    homeToken: WORKS,
    receiver: accountOf(`receiver ${i}`),
    router: accountOf(`router ${i}`),
  }));
  await store.addRoyaltyRouters({ laneId: ROUTE.laneId, anchor: 0 }, 0, routers);
  const forwarder = createForwarder(world.context(AWAY, store, { reader: { ...reader, held } }));
  await world.look(store);
  while (await forwarder.tick());
  expect(asked.length).toBeLessThan(1_100);
  while (await forwarder.tick());
  expect(new Set(asked).size).toBe(2_001);
});
