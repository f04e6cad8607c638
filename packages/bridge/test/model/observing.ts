import type { Bytes32 } from "@ryugu/sdk/primitives";
import { expect } from "vitest";
import { checkpointsOf } from "../../src/domain/checkpoints.ts";
import type { LaneRoute } from "../../src/domain/lane.ts";
import { createObserver, type Observer } from "../../src/observer/observer.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { Store } from "../../src/ports/store.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import type { Action, ModelChain } from "./chain.ts";
import { BACK, ROUTE } from "./lane.ts";
import { transferBody, word } from "./messages.ts";

const clock = { now: () => 1, sleep: async () => undefined };

/** A second lane from the same chain: what happens to one must not touch the other. */
export const OTHER: LaneRoute = { ...ROUTE, laneId: word("lane to elsewhere") };

let nextToken = 0n;

/** The body of a message about a token that no other message is about. */
export const nextBody = () => transferBody(++nextToken);

/** Somebody sends a token over a lane. */
export const send = (laneId: Bytes32): Action => ({ type: "send", laneId, body: nextBody() });

/** A store that knows both lanes, and the way back. */
export async function openStore(): Promise<Store> {
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE, OTHER, BACK]);
  return store;
}

/** An observer of a chain. */
export function observe(
  chain: ModelChain,
  store: Store,
  events: NodeEvent[] = [],
  maxRange = 7,
): Observer {
  return createObserver({
    reader: chain.reader(),
    store,
    clock,
    maxRange,
    startBlock: 1,
    finality: { kind: "tag" },
    report: (event) => events.push(event),
  });
}

/** Ticks until nothing is left to read, through whatever fails on the way. */
export async function settle(observer: Observer, rounds = 60): Promise<void> {
  let quiet = 0;
  for (let i = 0; i < rounds && quiet < 5; i++) {
    const more = await observer.tick().catch(() => true);
    quiet = more ? 0 : quiet + 1;
  }
}

/** The store says of a lane exactly what the chain says. */
export async function expectFaithful(
  chain: ModelChain,
  store: Store,
  laneId: Bytes32,
): Promise<void> {
  const lane = await store.lane(laneId);
  expect(lane?.halted).toBeUndefined();
  expect(lane?.final).toEqual(chain.outbound(laneId, chain.final));
  expect(lane?.seen).toEqual(chain.outbound(laneId, chain.latest));
  const messages = await store.messages(laneId, { from: 1, limit: 1_000 });
  const logs = chain
    .logs(0, chain.final)
    .filter((log) => log.type === "sent" && log.laneId === laneId);
  expect(messages.map(({ messageId, at }) => ({ messageId, at }))).toEqual(
    logs.map((log) => ({ messageId: "messageId" in log ? log.messageId : undefined, at: log.at })),
  );
  expect(await store.unsigned(laneId, 0, 1_000)).toMatchObject(checkpointsOf(messages));
}
