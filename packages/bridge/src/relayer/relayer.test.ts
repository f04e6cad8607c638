import { expect, test } from "vitest";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY } from "../../test/model/messages.ts";
import { RelayWorld } from "../../test/model/relay-world.ts";

const { laneId } = ROUTE;

test("delivers everything in order, once, in batches that fit", async () => {
  const world = new RelayWorld();
  const store = await world.store(25);
  const relayer = world.relayer(0, store);
  const observer = world.observer(store);
  for (let i = 0; i < 60 && world.chain.delivered(laneId) < 25; i++) {
    await relayer.tick();
    world.mempool.mine();
    world.time += 1_000;
    await observer.tick();
  }
  expect(world.chain.delivered(laneId)).toBe(25);
  expect(world.mempool.mined.map(({ delivered }) => delivered)).toEqual([9, 9, 7]);
  for (let i = 0; i < 4; i++) {
    world.mempool.mine();
    await observer.tick();
    await relayer.tick();
  }
  expect(await store.openSubmissions(AWAY)).toEqual([]);
});

test("batches are as large as the chain's estimates allow, and small after a failure", async () => {
  const deliveries = async (share: bigint, fails: (call: number) => boolean) => {
    const world = new RelayWorld();
    const store = await world.store(60);
    const observer = world.observer(store);
    const plain = world.mempool.submitter("relayer 0");
    let asked = 0;
    const estimate: typeof plain.estimate = async (call) => {
      asked += 1;
      if (fails(asked)) throw new Error("reverts");
      return (await plain.estimate(call)) / share;
    };
    const relayer = world.relayer(0, store, { submitter: { ...plain, estimate } });
    for (let i = 0; i < 60 && world.chain.delivered(laneId) < 60; i++) {
      await relayer.tick();
      world.mempool.mine();
      world.time += 4_000;
      await observer.tick();
    }
    return world.mempool.mined.map(({ delivered }) => delivered);
  };
  const plain = await deliveries(1n, () => false);
  const cheap = await deliveries(2n, () => false);
  expect(cheap[0]).toBeGreaterThan(1.5 * (plain[0] ?? 0));
  expect(cheap.length).toBeLessThan(plain.length);
  const afterFailure = await deliveries(2n, (asked) => asked === 1);
  expect(afterFailure[0]).toBeLessThan(cheap[0] ?? 0);
  expect(afterFailure.reduce((a, b) => a + b)).toBe(60);
});

test("a delivery that would revert is not sent, is tried again later and less often", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  let asked = 0;
  const submitter = {
    ...world.mempool.submitter("relayer 0"),
    estimate: async () => {
      asked += 1;
      throw new Error("reverts");
    },
  };
  const relayer = world.relayer(0, store, { submitter });
  world.time += 60_000;
  for (let i = 0; i < 60; i++) {
    await relayer.tick();
    world.time += 1_000;
  }
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThan(9);
  expect(world.mempool.pending).toEqual([]);
  expect(world.types().filter((type) => type === "delivery-failed")).toHaveLength(asked);
});

test("a halted lane is not delivered", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  await store.haltLane(laneId, { time: 0, reason: "test", details: [] });
  const relayer = world.relayer(0, store);
  world.time += 60_000;
  await relayer.tick();
  expect(world.mempool.pending).toEqual([]);
});
