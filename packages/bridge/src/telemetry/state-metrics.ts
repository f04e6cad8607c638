import { RyuguError } from "@ryugu/sdk/errors";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { LaneState } from "../domain/lane.ts";
import type { ChainCursor } from "../domain/position.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import type { Instruments } from "./instruments.ts";

/** What of a store is measured. */
type MeasuredStore = Pick<
  Store,
  "lanes" | "cursor" | "messages" | "audit" | "shortfalls" | "waitingByChain" | "bytes"
>;

/** What of the node's state becomes metrics whenever they are asked for. */
export interface StateMetricsContext {
  /** Undefined while the node still waits for its database. */
  store: MeasuredStore | undefined;
  chains: readonly ChainId[];
  clock: Pick<Clock, "now">;
  /** The state of every task. */
  health(): readonly { name: string; healthy: boolean }[];
  /** How many event streams are open. */
  listeners(): number;
  /** What is left on the database's disk, in bytes; undefined where the database is no file of this machine. */
  freeBytes(): Promise<number | undefined>;
}

const SHORTFALLS = ["short", "over-issued", "forged"] as const;

/**
 * Sets the gauges that follow from the node's state. A database that is away hides only what is in it: what was read
 * of it last stays as it was, and `ryugu_store_up` says so.
 */
export async function collectState(
  { set }: Instruments,
  { store, chains, clock, health, listeners, freeBytes }: StateMetricsContext,
): Promise<void> {
  for (const { name, healthy } of health())
    set("ryugu_task_healthy", { task: name }, healthy ? 1 : 0);
  set("ryugu_api_stream_listeners", {}, listeners());
  const free = await freeBytes();
  if (free !== undefined) set("ryugu_disk_free_bytes", { disk: "database" }, free);
  const isRead = store !== undefined && (await collectStore(set, store, chains, clock.now()));
  set("ryugu_store_up", {}, isRead ? 1 : 0);
}

/** @returns whether the store could be read */
async function collectStore(
  set: Instruments["set"],
  store: MeasuredStore,
  chains: readonly ChainId[],
  now: number,
): Promise<boolean> {
  try {
    for (const chain of chains) setChain(set, chain, await store.cursor(chain));
    for (const lane of await store.lanes()) {
      setLane(set, lane);
      const age = await oldestUndelivered(store, lane, now);
      set("ryugu_lane_oldest_undelivered_seconds", ends(lane), age);
    }
    const shortfalls = await store.shortfalls();
    for (const state of SHORTFALLS) {
      const found = shortfalls.filter((shortfall) => shortfall.state === state);
      set("ryugu_shortfalls", { state }, found.length);
    }
    const audit = await store.audit();
    if (audit !== undefined) set("ryugu_audit_age_seconds", {}, (now - audit.time) / 1_000);
    setWaiting(set, chains, await store.waitingByChain(), now);
    set("ryugu_store_bytes", {}, await store.bytes());
    return true;
  } catch (error) {
    if (error instanceof RyuguError) return false;
    throw error;
  }
}

function setChain(set: Instruments["set"], chain: ChainId, cursor: ChainCursor | undefined): void {
  if (cursor === undefined) return;
  const { latest, seen, final } = cursor;
  set("ryugu_chain_block", { chain, kind: "latest" }, latest.number);
  set("ryugu_chain_block", { chain, kind: "seen" }, Math.max(0, seen.number, final.number));
  set("ryugu_chain_block", { chain, kind: "final" }, Math.max(0, final.number));
  set("ryugu_chain_latest_timestamp_seconds", { chain }, latest.time);
}

const ends = ({ originChain: origin, destinationChain: destination }: LaneState) => ({
  origin,
  destination,
});

function setLane(set: Instruments["set"], lane: LaneState): void {
  const stages = {
    seen: lane.seen.count,
    final: lane.final.count,
    attested: lane.attested,
    delivered: lane.delivered,
    delivered_final: lane.deliveredFinal,
  };
  for (const [stage, count] of Object.entries(stages))
    set("ryugu_lane_messages", { ...ends(lane), stage }, count);
  set("ryugu_lane_halted", ends(lane), lane.halted === undefined ? 0 : 1);
}

async function oldestUndelivered(
  store: MeasuredStore,
  lane: LaneState,
  now: number,
): Promise<number> {
  if (lane.delivered >= lane.final.count) return 0;
  const query = { from: lane.delivered + 1, limit: 1 };
  const [oldest] = await store.messages(lane.laneId, query);
  return oldest === undefined ? 0 : Math.max(0, now / 1_000 - oldest.at.time);
}

function setWaiting(
  set: Instruments["set"],
  chains: readonly ChainId[],
  waiting: Awaited<ReturnType<MeasuredStore["waitingByChain"]>>,
  now: number,
): void {
  for (const chain of chains) {
    const { count, oldest } = waiting.find((one) => one.chain === chain) ?? {
      count: 0,
      oldest: now,
    };
    set("ryugu_royalties_waiting", { chain }, count);
    set("ryugu_royalties_oldest_seconds", { chain }, Math.max(0, now - oldest) / 1_000);
  }
}
