import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attest, councilOf, SET } from "../../test/model/attestations.ts";
import { ModelChain } from "../../test/model/chain.ts";
import { Crash, crashing, freezing } from "../../test/model/faults.ts";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { AWAY, accountOf, HOME, word } from "../../test/model/messages.ts";
import { ModelMempool } from "../../test/model/submitter.ts";
import { createObserver } from "../observer/observer.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import type { RelayerContext } from "./context.ts";
import { createRelayer } from "./relayer.ts";

const tuning = { batchGas: 1_300_000, batchAge: 0, takeoverDelay: 4_000, bumpAfter: 3_000 };
const { laneId } = ROUTE;

/** Signing is slow and always gives the same: each place is signed once for all tests. */
const signed = new Map<number, Promise<Attestation[]>>();
function quorumOf(place: Checkpoint): Promise<Attestation[]> {
  const known = signed.get(place.sequence) ?? Promise.all([0, 1, 2].map((n) => attest(n, place)));
  signed.set(place.sequence, known);
  return known;
}

/** The destination chain, its transactions, and a clock that only moves when it is told to. */
class World {
  time = 1_000_000;
  readonly chain = new ModelChain(AWAY, 2);
  readonly mempool = new ModelMempool(this.chain, () => this.time);
  readonly events: NodeEvent[] = [];
  readonly clock = { now: () => this.time, sleep: async () => undefined };

  /** A node's store that has read the origin: all messages final and attested by a quorum. */
  async store(count: number): Promise<Store> {
    const store = await sqliteStore({ path: ":memory:", clock: this.clock });
    await store.addLanes([ROUTE]);
    await store.setValidators(AWAY, SET);
    const messages = sentMessages(
      laneId,
      Array.from({ length: count }, (_, i) => 1 + Math.floor(i / 3)),
    );
    const through = { number: 1_000, hash: word("origin") };
    await store.begin({
      chain: HOME,
      final: { number: 0, hash: word("0") },
      seen: { number: 0, hash: word("0") },
      latest: { ...through, time: 0 },
    });
    await store.record({
      chain: HOME,
      latest: { ...through, time: 0 },
      scanned: { finality: "final", through, messages, arrivals: [] },
    });
    const places = await store.unsigned(laneId, 0, 1_000);
    await store.addAttestations((await Promise.all(places.map(quorumOf))).flat());
    return store;
  }

  relayer(n: number, store: Store, change: Partial<RelayerContext> = {}) {
    const reader = this.chain.reader();
    const self = SET.validators[n];
    if (self === undefined) throw new Error("no such relayer");
    const { clock } = this;
    const report = (event: NodeEvent) => this.events.push(event);
    return createRelayer({
      reader,
      store,
      clock,
      report,
      tuning,
      self,
      council: councilOf(SET),
      submitter: this.mempool.submitter(`relayer ${n}`),
      exchange: { isAnswering: () => true },
      ...change,
    });
  }

  observer(store: Store) {
    return createObserver({
      reader: this.chain.reader(),
      store,
      clock: this.clock,
      report: () => undefined,
      finality: { kind: "tag" },
      startBlock: 1,
      maxRange: 100,
    });
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }
}

test("delivers everything in order, once, in batches that fit", async () => {
  const world = new World();
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
    const world = new World();
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

test("crashes at any call of any port: nothing is lost, and nothing is paid for twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          calls: fc.integer({ min: 1, max: 14 }),
          when: fc.constantFrom("before" as const, "after" as const),
          mine: fc.boolean(),
        }),
        { minLength: 1, maxLength: 10 },
      ),
      async (crashes) => {
        const world = new World();
        const store = await world.store(12);
        const observer = world.observer(store);
        for (const { calls, when, mine } of crashes) {
          const plan = { calls, when };
          const submitter = crashing(world.mempool.submitter("relayer 0"), plan);
          const relayer = world.relayer(0, crashing(store, plan), {
            submitter,
            reader: crashing(world.chain.reader(), plan),
          });
          await relayer.tick().catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
          if (mine) world.mempool.mine();
          world.time += 500;
          await observer.tick();
        }
        const relayer = world.relayer(0, store);
        for (let i = 0; i < 40 && world.chain.delivered(laneId) < 12; i++) {
          await relayer.tick();
          world.mempool.mine();
          world.time += 20_000;
          await observer.tick();
        }
        expect(world.chain.delivered(laneId)).toBe(12);
        expect(world.mempool.mined.filter(({ delivered }) => delivered === 0)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("frozen at any call while another process takes over: what it then wants is refused, nothing is paid twice", async () => {
  const atOnce = { exchange: { isAnswering: () => false } };
  for (let calls = 0; calls < 40; calls++) {
    const world = new World();
    const store = await world.store(12);
    const observer = world.observer(store);
    let goOn = () => {};
    let frozen = false;
    let late: Promise<unknown> = Promise.resolve();
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const stopped = new Promise<void>((resolve) => {
      const note = () => {
        frozen = true;
        resolve();
      };
      const freeze = { calls, until, frozen: note };
      // Both processes have the same account.
      const first = world.relayer(0, freezing(store, freeze), {
        ...atOnce,
        reader: freezing(world.chain.reader(), freeze),
        submitter: freezing(world.mempool.submitter("relayer 0"), freeze),
      });
      late = first.tick().catch((error: unknown) => error);
      void late.then(() => resolve());
    });
    await stopped;
    const second = world.relayer(0, store, atOnce);
    const work = async () => {
      await second.tick();
      world.mempool.mine();
      world.time += 1_000;
      await observer.tick();
    };
    await work();
    goOn();
    await late;
    for (let i = 0; i < 12; i++) await work();
    expect(world.chain.delivered(laneId)).toBe(12);
    expect(world.mempool.mined.filter(({ delivered }) => delivered === 0)).toEqual([]);
    expect(await store.openSubmissions(AWAY)).toEqual([]);
    if (!frozen) return;
  }
  throw new Error("a tick has more calls than were tried");
});

test("five relayers share the work and pay once; when those in front are dead, the next takes over", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      fc.boolean(),
      async (alive, known) => {
        const world = new World();
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
  const world = new World();
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

test("a transaction that is not mined gets a higher fee under its own nonce", async () => {
  const world = new World();
  const store = await world.store(3);
  const relayer = world.relayer(0, store, {
    self: SET.validators[0] as (typeof SET.validators)[0],
  });
  world.time += 60_000;
  world.mempool.floor = 120n;
  await untilPending(world, relayer);
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

async function untilPending(world: World, relayer: { tick(): Promise<boolean> }): Promise<void> {
  for (let i = 0; i < 10 && world.mempool.pending.length === 0; i++) {
    await relayer.tick();
    world.time += 4_000;
  }
  expect(world.mempool.pending).toHaveLength(1);
}

test("another key takes over: what the old one left open, without coin, holds nothing up", async () => {
  const world = new World();
  const store = await world.store(3);
  const self = SET.validators[0] as (typeof SET.validators)[0];
  const filler = { from: accountOf("relayer 0"), nonce: 0, maxFee: 200n, hash: word("filler") };
  world.mempool.add({ ...filler, data: "0x" });
  world.mempool.mine();
  world.time += 60_000;
  world.mempool.floor = 500n;
  await untilPending(world, world.relayer(0, store, { self }));

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

test("where gas costs nothing no fee is raised: what the chain forgot is sent again as it was", async () => {
  const world = new World();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  world.mempool.market = 0n;
  await untilPending(world, relayer);
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

test("relayers that read late do not all deliver what follows: the turn is of what is delivered now", async () => {
  const world = new World();
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

test("a stuck transaction that others made useless is replaced by an empty one", async () => {
  const world = new World();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  world.mempool.floor = 1_000n;
  await untilPending(world, relayer);
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

test("a delivery that would revert is not sent, is tried again later and less often", async () => {
  const world = new World();
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

test("a delivery in a block that is reorganised away is sent again", async () => {
  const world = new World();
  const store = await world.store(3);
  const relayer = world.relayer(0, store);
  const observer = world.observer(store);
  await untilPending(world, relayer);
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

test("a halted lane is not delivered", async () => {
  const world = new World();
  const store = await world.store(3);
  await store.haltLane(laneId, { time: 0, reason: "test", details: [] });
  const relayer = world.relayer(0, store);
  world.time += 60_000;
  await relayer.tick();
  expect(world.mempool.pending).toEqual([]);
});
