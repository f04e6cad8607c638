import fc from "fast-check";
import { expect, test } from "vitest";
import { SET } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, word } from "../../test/model/messages.ts";
import { RelayWorld } from "../../test/model/relay-world.ts";
import type { Store } from "../ports/store.ts";

const { laneId } = ROUTE;

test("five relayers share the work and pay once; when those in front are dead, the next takes over", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      fc.boolean(),
      async (alive, known) => {
        const world = new RelayWorld();
        const stores = await Promise.all(alive.map(() => world.store(30)));
        const answering = (validator: string) =>
          !known || alive.some((n) => SET.validators[n] === validator);
        const nodes = alive.map((n, i) => {
          const store = stores[i] as Store;
          return {
            relayer: world.relayer(n, store, { exchange: { isAnswering: answering } }),
            observer: world.observer(store),
          };
        });
        let rounds = 0;
        while (world.chain.delivered(laneId) < 30 && rounds < 200) {
          rounds += 1;
          for (const { relayer } of nodes) await relayer.tick();
          world.mempool.mine();
          world.time += 1_000;
          for (const { observer } of nodes) await observer.tick();
        }
        expect(world.chain.delivered(laneId)).toBe(30);
        expect(world.mempool.mined.filter(({ delivered }) => delivered === 0)).toEqual([]);
        // Where it is known who is away, nobody waits for them.
        if (known) expect(rounds).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 25 },
  );
});

test("on a slow chain nobody takes over before those in front have had their blocks", async () => {
  const world = new RelayWorld();
  const stores = await Promise.all(SET.validators.map(() => world.store(3)));
  const relayers = stores.map((store, n) => world.relayer(n, store));
  const tickAll = async () => {
    for (const relayer of relayers) await relayer.tick();
  };
  const look = async (number: number) => {
    const block = { number, hash: word(`away ${number}`) };
    for (const store of stores) {
      const latest = { ...block, time: 12 * number };
      await store.begin({ chain: AWAY, final: block, seen: block, latest });
      await store.record({ chain: AWAY, latest });
    }
  };
  for (const number of [1, 2]) {
    await look(number);
    await tickAll();
  }
  const sent = () => world.types().filter((type) => type === "delivery-sent").length;
  for (let seconds = 0; seconds < 23; seconds++) {
    await tickAll();
    world.time += 1_000;
  }
  expect(sent()).toBe(1);
  world.time += 1_000;
  await tickAll();
  expect(sent()).toBe(2);
});

test("relayers that read late do not all deliver what follows: the turn is of what is delivered now", async () => {
  const world = new RelayWorld();
  const nodes = await Promise.all(
    [0, 1, 2, 3, 4].map(async (n) => {
      const store = await world.store(30);
      return { relayer: world.relayer(n, store), observer: world.observer(store) };
    }),
  );
  for (const { relayer } of nodes) await relayer.tick();
  const [first] = world.mempool.pending.splice(0);
  world.chain.mine();
  world.chain.append({ type: "deliver", laneId, first: 1, last: 3 });
  world.chain.mine();
  // By what they have read, it is everybody's turn by now.
  world.time += 60_000;
  for (const { relayer } of nodes) await relayer.tick();
  const others = world.mempool.pending.filter(({ from }) => from !== first?.from);
  expect(others.length).toBeLessThanOrEqual(1);
  for (let i = 0; i < 30 && world.chain.delivered(laneId) < 30; i++) {
    for (const { relayer } of nodes) await relayer.tick();
    world.mempool.mine();
    world.time += 4_000;
    for (const { observer } of nodes) await observer.tick();
  }
  expect(world.chain.delivered(laneId)).toBe(30);
});
