import { expect, test } from "vitest";
import { SET } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, accountOf, word } from "../../test/model/messages.ts";
import { RelayWorld } from "../../test/model/relay-world.ts";

const { laneId } = ROUTE;

test("a transaction that is not mined gets a higher fee under its own nonce", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const relayer = world.relayer(0, store, {
    self: SET.validators[0] as (typeof SET.validators)[0],
  });
  world.time += 60_000;
  world.mempool.floor = 120n;
  await world.untilPending(relayer);
  for (let i = 0; i < 3; i++) {
    world.mempool.mine();
    world.time += 3_000;
    await relayer.tick();
  }
  world.mempool.mine();
  expect(world.chain.delivered(laneId)).toBe(3);
  expect(world.mempool.mined).toHaveLength(1);
  expect(world.types()).toContain("delivery-raised");
});

test("another key takes over: what the old one left open, without coin, holds nothing up", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const self = SET.validators[0] as (typeof SET.validators)[0];
  const filler = { from: accountOf("relayer 0"), nonce: 0, maxFee: 200n, hash: word("filler") };
  world.mempool.add({ ...filler, data: "0x" });
  world.mempool.mine();
  world.time += 60_000;
  world.mempool.floor = 500n;
  await world.untilPending(world.relayer(0, store, { self }));

  world.mempool.market = 1_000n;
  const submitter = world.mempool.submitter("another key");
  const relayer = world.relayer(0, store, { self, submitter });
  for (let i = 0; i < 12; i++) {
    world.time += 4_000;
    await relayer.tick();
    world.mempool.mine();
  }
  expect(world.chain.delivered(laneId)).toBe(3);
  expect(world.types()).toContain("delivery-lost");
  expect(await store.openSubmissions(AWAY)).not.toContainEqual(
    expect.objectContaining({ from: accountOf("relayer 0") }),
  );
});

test("a fork between two questions loses nothing, and no other transaction takes the nonce", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const submitter = world.mempool.submitter("relayer 0");
  const { nextNonce } = submitter;
  /** What the chain said while a block that a fork replaced held the transaction. */
  const before: number[] = [];
  submitter.nextNonce = async () => before.shift() ?? (await nextNonce());
  const relayer = world.relayer(0, store, { submitter });
  await world.untilPending(relayer);
  before.push(1);
  world.time += 1_000;
  await relayer.tick();
  expect(before).toEqual([]);
  expect(world.types()).not.toContain("delivery-lost");
  world.mempool.mine();
  expect(world.chain.delivered(laneId)).toBe(3);
  expect(world.mempool.mined).toHaveLength(1);
});

test("where gas costs nothing no fee is raised: what the chain forgot is sent again as it was", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  world.mempool.market = 0n;
  await world.untilPending(relayer);
  const [sent] = world.mempool.pending.splice(0);
  for (let i = 0; i < 2; i++) {
    world.time += 3_000;
    await relayer.tick();
  }
  expect(world.mempool.pending).toEqual([sent]);
  expect(world.types()).not.toContain("delivery-raised");
  world.mempool.mine();
  expect(world.chain.delivered(laneId)).toBe(3);
  const [submission] = await store.openSubmissions(AWAY);
  expect(submission?.attempts).toMatchObject([{ hash: sent?.hash, maxFee: 0n }]);
});

test("a stuck transaction that others made useless is replaced by an empty one", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  world.mempool.floor = 1_000n;
  await world.untilPending(relayer);
  world.chain.mine();
  world.chain.append({ type: "deliver", laneId, first: 1, last: 3 });
  world.chain.mine();
  await world.observer(store).tick();
  world.time += 10_000;
  await relayer.tick();
  expect(world.events).toContainEqual(
    expect.objectContaining({ type: "delivery-raised", cancelled: true }),
  );
  expect(world.mempool.pending.map(({ data }) => data)).toEqual(["0x"]);
});

test("a delivery in a block that is reorganised away is sent again", async () => {
  const world = new RelayWorld();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  const observer = world.observer(store);
  await world.untilPending(relayer);
  world.mempool.mine();
  await observer.tick();
  await relayer.tick();
  expect((await store.openSubmissions(AWAY)).map(({ state }) => state)).toEqual(["mined"]);
  // The fork does not hold the transaction: it is back in nobody's pool.
  world.chain.reorg(1, [[], []]);
  world.mempool.mined.pop();
  world.mempool.forgetNonces();
  await observer.tick();
  await relayer.tick();
  expect(world.mempool.pending).toHaveLength(1);
  world.mempool.mine();
  expect(world.chain.delivered(laneId)).toBe(3);
});
