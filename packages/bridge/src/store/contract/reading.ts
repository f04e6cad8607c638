import { BACK, ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, HOME, word } from "../../../test/model/messages.ts";
import type { LaneState } from "../../domain/lane.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { BlockRef } from "../../domain/position.ts";
import type { ChainUpdate } from "../../ports/observer-store.ts";
import type { Store } from "../../ports/store.ts";

/** A block of either chain. */
export const block = (number: number): BlockRef => ({ number, hash: word(`block ${number}`) });

/** A chain's newest block. */
export const latest = (number: number) => ({ ...block(number), time: 1_700_000_000 + number });

type Scan = NonNullable<ChainUpdate["scanned"]>;

/** What a reading of a chain through a block brought. */
export const update = (
  chain: ChainUpdate["chain"],
  finality: Scan["finality"],
  through: number,
  scan: Partial<Scan>,
): ChainUpdate => ({
  chain,
  latest: latest(through),
  scanned: { finality, through: block(through), messages: [], arrivals: [], ...scan },
});

/** A new store begins to read both ends of a lane, and of the lane back. */
export async function beginReading(store: Store): Promise<Store> {
  await store.addLanes([ROUTE, BACK]);
  for (const chain of [HOME, AWAY])
    await store.begin({ chain, final: block(0), seen: block(0), latest: latest(0) });
  return store;
}

/** Four messages of the lane, in three blocks. */
export const MESSAGES = sentMessages(ROUTE.laneId, [1, 1, 2, 3]);
export const [FIRST, SECOND] = [messageAt(0), messageAt(1)];

function messageAt(index: number): LaneMessage {
  const message = MESSAGES[index];
  if (message === undefined) throw new Error("no message");
  return message;
}

/** What the messages' chain has made final through a block. */
export const recordFinal = (store: Store, through = 3): Promise<void> =>
  store.record(
    update(HOME, "final", through, { messages: MESSAGES.filter((m) => m.at.block <= through) }),
  );

/** The lane as the store has it. */
export async function laneOf(store: Store): Promise<LaneState> {
  const found = await store.lane(ROUTE.laneId);
  if (found === undefined) throw new Error("no lane");
  return found;
}
