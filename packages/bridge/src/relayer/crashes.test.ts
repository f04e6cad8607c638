import fc from "fast-check";
import { expect, test } from "vitest";
import { Crash, crashing, freezing } from "../../test/model/faults.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY } from "../../test/model/messages.ts";
import { RelayWorld } from "../../test/model/relay-world.ts";

const { laneId } = ROUTE;

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
        const world = new RelayWorld();
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
    const world = new RelayWorld();
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
