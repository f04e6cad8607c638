import type { Hex } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { type Action, ModelChain } from "../../test/model/chain.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { HOME } from "../../test/model/messages.ts";
import {
  expectFaithful,
  nextBody,
  OTHER,
  observe,
  openStore,
  send,
  settle,
} from "../../test/model/observing.ts";
import type { NodeEvent } from "../ports/report.ts";

test("a lane rewritten past finality is halted; the chain's other lane goes on", async () => {
  const chain = new ModelChain(HOME, 2);
  const store = await openStore();
  const events: NodeEvent[] = [];
  const observer = observe(chain, store, events);
  const kept = send(OTHER.laneId);
  chain.mine([send(ROUTE.laneId)]);
  chain.mine([send(ROUTE.laneId), kept]);
  for (let i = 0; i < 4; i++) chain.mine();
  await settle(observer);
  const before = await store.lane(ROUTE.laneId);
  expect(before?.final.count).toBe(2);
  // The second block comes again with another message in one lane and the same one in the other.
  chain.reorg(5, [[kept, send(ROUTE.laneId)], [], [], [], [], [send(OTHER.laneId)], [], []]);
  await settle(observer);
  const halted = await store.lane(ROUTE.laneId);
  expect(halted?.halted?.reason).toContain("rewritten past finality");
  expect(halted?.halted?.details).toContain("Sequence: 2");
  expect(halted?.final).toEqual(before?.final);
  expect(events.filter(({ type }) => type === "lane-halted")).toHaveLength(1);
  await expectFaithful(chain, store, OTHER.laneId);
});

test("a lane that lost a final message is halted, also when the node was down meanwhile", async () => {
  const chain = new ModelChain(HOME, 2);
  const store = await openStore();
  chain.mine([send(ROUTE.laneId)]);
  for (let i = 0; i < 4; i++) chain.mine();
  await settle(observe(chain, store));
  expect((await store.lane(ROUTE.laneId))?.final.count).toBe(1);
  chain.reorg(5, [[], [], [], [], [], [], []]);
  await settle(observe(chain, store));
  expect((await store.lane(ROUTE.laneId))?.halted?.details).toContain("Found now: no message");
});

test("a rewritten chain that is read block by block halts what it lost, and nothing else", async () => {
  const chain = new ModelChain(HOME, 2);
  const store = await openStore();
  const moved = send(OTHER.laneId);
  chain.mine([send(ROUTE.laneId), moved]);
  for (let i = 0; i < 4; i++) chain.mine();
  await settle(observe(chain, store));
  // Both come later in the new history: one lane with another message, the other with the same one.
  chain.reorg(5, [[], [], [send(ROUTE.laneId)], [moved], [], [], [], []]);
  await settle(observe(chain, store, [], 1), 40);
  expect((await store.lane(ROUTE.laneId))?.halted?.reason).toContain("rewritten past finality");
  expect((await store.lane(OTHER.laneId))?.halted).toBeUndefined();
  await expectFaithful(chain, store, OTHER.laneId);
});

test("a final history that only moved to other blocks halts nothing", async () => {
  const chain = new ModelChain(HOME, 2);
  const store = await openStore();
  const message = send(ROUTE.laneId);
  chain.mine([message]);
  for (let i = 0; i < 4; i++) chain.mine();
  const observer = observe(chain, store);
  await settle(observer);
  chain.reorg(5, [[], [], [message], [], [], [], []]);
  await settle(observer);
  expect(await store.lane(ROUTE.laneId)).toMatchObject({ final: { count: 1 } });
  expect((await store.lane(ROUTE.laneId))?.halted).toBeUndefined();
  expect((await store.messages(ROUTE.laneId, { from: 1, limit: 1 }))[0]?.at.block).toBe(3);
});

test("a message that this release cannot read halts its lane before it is signed", async () => {
  const chain = new ModelChain(HOME, 1);
  const store = await openStore();
  const unknown: Action = { type: "send", laneId: ROUTE.laneId, body: "0x02017777" };
  chain.mine([send(ROUTE.laneId), unknown, send(ROUTE.laneId), send(OTHER.laneId)]);
  chain.mine();
  await settle(observe(chain, store));
  const lane = await store.lane(ROUTE.laneId);
  expect(lane?.halted?.reason).toContain("cannot be read");
  expect(lane?.final.count).toBe(1);
  expect((await store.lane(OTHER.laneId))?.final.count).toBe(1);
});

test.each([
  ["a version", (body: Hex): Hex => `0x7f${body.slice(4)}`],
  ["a kind", (body: Hex): Hex => `${body.slice(0, 4)}7f${body.slice(6)}` as Hex],
])(
  "a message of %s that this release does not know halts its lane there, and others go on",
  async (_, change) => {
    const chain = new ModelChain(HOME, 2);
    const store = await openStore();
    const observer = observe(chain, store);
    const unknown: Action = {
      type: "send",
      laneId: ROUTE.laneId,
      body: change(nextBody()),
    };
    chain.mine([send(ROUTE.laneId), unknown, send(ROUTE.laneId), send(OTHER.laneId)]);
    for (let i = 0; i < 3; i++) chain.mine([]);
    await settle(observer);
    chain.mine([send(OTHER.laneId)]);
    for (let i = 0; i < 3; i++) chain.mine([]);
    await settle(observer);
    const lane = await store.lane(ROUTE.laneId);
    expect(lane?.halted).toMatchObject({ reason: "A message cannot be read by this release." });
    expect(lane?.halted?.details).toContain("Sequence: 2");
    expect(lane?.final.count).toBe(1);
    await expectFaithful(chain, store, OTHER.laneId);
  },
);
