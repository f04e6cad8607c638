import type { Bytes32 } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { type Action, ModelChain } from "../../test/model/chain.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, HOME, transferBody } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { createObserver } from "./observer.ts";

const clock = { now: () => 1, sleep: async () => undefined };
const { laneId } = ROUTE;

let nextToken = 0n;
const send = (): Action => ({ type: "send", laneId, body: transferBody(++nextToken) });

/** A node that watches a lane's two ends. */
async function watchLane() {
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  const [home, away] = [new ModelChain(HOME, 2), new ModelChain(AWAY, 2)];
  const events: NodeEvent[] = [];
  const observers = [home, away].map((chain) =>
    createObserver({
      reader: chain.reader(),
      store,
      clock,
      maxRange: 5,
      startBlock: 1,
      finality: { kind: "tag" },
      report: (event) => events.push(event),
    }),
  );
  return {
    store,
    home,
    away,
    events,
    lane: async () => {
      const lane = await store.lane(laneId);
      if (lane === undefined) throw new Error("no lane");
      return lane;
    },
    /** Reads until nothing changes. */
    async read() {
      for (let i = 0; i < 12; i++)
        for (const observer of observers) await observer.tick().catch(() => false);
    },
    /** Mines what is given and what makes it final. */
    finalise(chain: ModelChain, ...blocks: readonly (readonly Action[])[]) {
      for (const actions of [...blocks, [], []]) chain.mine(actions);
    },
  };
}

/** A lane of three messages, two of them delivered, whose origin then keeps only the first. */
async function rewritten() {
  const node = await watchLane();
  node.finalise(node.home, [send()], [send(), send()]);
  node.finalise(node.away, [{ type: "deliver", laneId, first: 1, last: 2 }]);
  await node.read();
  expect(await node.lane()).toMatchObject({ final: { count: 3 }, delivered: 2, anchor: 0 });
  // Everything after the first message's block is replaced, final blocks too.
  node.home.reorg(node.home.latest - 1, [[], [send()], [send()], [], []]);
  await node.read();
  expect((await node.lane()).halted?.reason).toContain("rewritten past finality");
  return node;
}

const idsOf = (chain: ModelChain): (Bytes32 | undefined)[] =>
  chain.logs(0, chain.final).map((log) => ("messageId" in log ? log.messageId : undefined));

test("a lane that the council re-anchored goes on from its origin's new fork, under a new anchor", async () => {
  const { store, home, away, events, lane, read, finalise } = await rewritten();
  finalise(away, [{ type: "reanchor", laneId, anchor: 1, delivered: 1 }]);
  await read();
  expect(await lane()).not.toHaveProperty("halted");
  expect(await lane()).toMatchObject({ anchor: 1, attested: 1, delivered: 1, deliveredFinal: 1 });
  expect(await lane()).toMatchObject({ final: home.outbound(laneId, home.final) });
  const kept = await store.messages(laneId, { from: 1, limit: 10 });
  expect(kept.map(({ messageId }) => messageId)).toEqual(idsOf(home));
  expect((await store.unsigned(laneId, 1, 10)).map(({ anchor }) => anchor)).toEqual([1, 1]);
  expect(events.filter(({ type }) => type === "lane-reanchored")).toEqual([
    { type: "lane-reanchored", laneId, anchor: 1, delivered: 1 },
  ]);
  expect(events.filter(({ type }) => type === "logs-refused")).toEqual([]);
});

test("a re-anchoring counts only when it is final", async () => {
  const { away, lane, read } = await rewritten();
  away.mine([{ type: "reanchor", laneId, anchor: 1, delivered: 1 }]);
  await read();
  expect(await lane()).toMatchObject({ anchor: 0, halted: expect.anything(), delivered: 2 });
});

test("what is delivered after it counts, also when its chain is read again", async () => {
  const { store, home, away, lane, read, finalise } = await rewritten();
  finalise(
    away,
    [{ type: "reanchor", laneId, anchor: 1, delivered: 1 }],
    [{ type: "deliver", laneId, first: 2, last: 3 }],
  );
  finalise(home, []);
  await read();
  const settled = await lane();
  expect(settled).toMatchObject({
    anchor: 1,
    delivered: 3,
    deliveredFinal: 3,
    final: { count: 3 },
  });
  await store.rewind(AWAY, {
    number: 0,
    hash: away.logs(0, away.latest)[0]?.at.blockHash ?? laneId,
  });
  finalise(away);
  await read();
  expect(await lane()).toEqual(settled);
});
