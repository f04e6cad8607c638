import type { ChainId } from "@ryugu/sdk/primitives";
import type { LaneState } from "../domain/lane.ts";
import type { Clock } from "../ports/clock.ts";
import type { ApiStore } from "../ports/store.ts";
import type { Instruments } from "./instruments.ts";

/** What of the node's state becomes metrics whenever they are asked for. */
export interface StateMetricsContext {
  store: Pick<ApiStore, "lanes" | "cursor" | "messages" | "audit" | "shortfalls">;
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

/** Reads the store and sets the gauges that follow from it. */
export async function collectState(
  { set }: Instruments,
  { store, chains, clock, health, listeners, freeBytes }: StateMetricsContext,
): Promise<void> {
  for (const chain of chains) {
    const cursor = await store.cursor(chain);
    if (cursor === undefined) continue;
    const { latest, seen, final } = cursor;
    set("ryugu_chain_block", { chain, kind: "latest" }, latest.number);
    set("ryugu_chain_block", { chain, kind: "seen" }, Math.max(0, seen.number, final.number));
    set("ryugu_chain_block", { chain, kind: "final" }, Math.max(0, final.number));
    set("ryugu_chain_latest_timestamp_seconds", { chain }, latest.time);
  }
  for (const lane of await store.lanes()) {
    setLane(set, lane);
    const age = await oldestUndelivered(store, lane, clock.now());
    set("ryugu_lane_oldest_undelivered_seconds", ends(lane), age);
  }
  const shortfalls = await store.shortfalls();
  for (const state of SHORTFALLS)
    set("ryugu_shortfalls", { state }, shortfalls.filter((found) => found.state === state).length);
  const audit = await store.audit();
  if (audit !== undefined) set("ryugu_audit_age_seconds", {}, (clock.now() - audit.time) / 1_000);
  for (const { name, healthy } of health())
    set("ryugu_task_healthy", { task: name }, healthy ? 1 : 0);
  set("ryugu_api_stream_listeners", {}, listeners());
  const free = await freeBytes();
  if (free !== undefined) set("ryugu_disk_free_bytes", { disk: "database" }, free);
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
  store: StateMetricsContext["store"],
  lane: LaneState,
  now: number,
): Promise<number> {
  if (lane.delivered >= lane.final.count) return 0;
  const query = { from: lane.delivered + 1, limit: 1 };
  const [oldest] = await store.messages(lane.laneId, query);
  return oldest === undefined ? 0 : Math.max(0, now / 1_000 - oldest.at.time);
}
