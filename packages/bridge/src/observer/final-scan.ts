import { findCause } from "@ryugu/sdk/errors";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { findConflict, sameTip } from "../domain/conflict.ts";
import { LogMismatchError, RangeTooLargeError } from "../domain/errors.ts";
import type { GatewayLog } from "../domain/gateway-log.ts";
import type { LaneState, LaneTip } from "../domain/lane.ts";
import { tipAfter } from "../domain/lane-log.ts";
import type { BlockHeader, BlockRef } from "../domain/position.ts";
import { growRange, type RangeSize, shrinkRange } from "../domain/range.ts";
import type { ObserverContext } from "./context.ts";
import { haltForConflict, haltUnreadable } from "./halt.ts";
import { arrivalsOf, type LaneReading, originLanes, readLanes } from "./read-lanes.ts";

/** The state that one chain's final scan keeps between ticks; all of it may be lost. */
export interface FinalScan {
  range: RangeSize;
}

/**
 * Reads the next range of final blocks into the store. What it reads is believed only after every head
 * was recomputed, so this is what validators sign.
 *
 * @returns the last block read
 * @throws LogMismatchError when endpoints left something out or made something up
 */
export async function scanFinal(
  context: ObserverContext,
  scan: FinalScan,
  after: BlockRef,
  latest: BlockHeader,
  final: number,
): Promise<BlockRef> {
  const { reader, store } = context;
  const to = Math.min(final, after.number + scan.range.current);
  const logs = await readRange(context, scan, after.number + 1, to);
  const through = await blockAt(context, to);
  const lanes = await store.lanes();
  const readings = await readLanes(logs, originLanes(lanes, reader.chain), async (lane) =>
    lane.final.count === 0 ? lane.final : store.finalTipAt(lane.laneId, after.number),
  );
  const confirmed = await confirmTips(context, readings, to);
  const agreed = await withoutConflicts(context, readings, to === final && confirmed);
  await store.record({
    chain: reader.chain,
    latest,
    after,
    scanned: {
      finality: "final",
      through,
      messages: agreed.flatMap(({ messages }) => messages),
      arrivals: arrivalsOf(logs, lanes, reader.chain),
    },
  });
  noteReAnchored(context, logs, lanes);
  for (const reading of agreed) {
    if (reading.unreadable !== undefined)
      await haltUnreadable(context, reading.lane, reading.unreadable);
  }
  return through;
}

/** Tells of lanes that go on from another anchor than they had. */
function noteReAnchored(
  { report }: ObserverContext,
  logs: readonly GatewayLog[],
  lanes: readonly LaneState[],
): void {
  for (const log of logs) {
    if (log.type !== "reanchored") continue;
    const { laneId, anchor, delivered } = log;
    const lane = lanes.find((known) => known.laneId === laneId);
    if (lane !== undefined && lane.anchor < anchor)
      report({ type: "lane-reanchored", laneId, anchor, delivered });
  }
}

async function readRange(context: ObserverContext, scan: FinalScan, from: number, to: number) {
  try {
    const logs = await context.reader.logs(from, to, "agreed");
    scan.range = growRange(scan.range);
    return logs;
  } catch (error) {
    if (findCause(error, RangeTooLargeError) !== undefined) scan.range = shrinkRange(scan.range);
    throw error;
  }
}

async function blockAt({ reader }: ObserverContext, number: number): Promise<BlockRef> {
  const block = await reader.block(number, "agreed");
  if (block !== undefined) return { number, hash: block.hash };
  throw new LogMismatchError("A final block is missing.", [`Block: ${number}`]);
}

/**
 * Compares what was read with the gateway's own count and head at the range's last block: a log that an
 * endpoint left out at a lane's end shows nowhere else.
 *
 * @returns whether the gateway could be asked for every lane: old state may be pruned
 * @throws LogMismatchError
 */
async function confirmTips(
  { reader }: ObserverContext,
  readings: readonly LaneReading[],
  block: number,
): Promise<boolean> {
  let all = true;
  for (const { lane, tip, messages, unreadable } of readings) {
    const gateway =
      unreadable === undefined ? await reader.outboundLane(lane.laneId, block) : undefined;
    const read = tipAfter(tip, messages);
    if (gateway === undefined) all = false;
    else if (!sameTip(gateway, read)) throw mismatch(lane.laneId, read, gateway);
  }
  return all;
}

function mismatch(laneId: Bytes32, read: LaneTip, gateway: LaneTip): LogMismatchError {
  const details = [
    `By the logs: ${read.count} messages, head ${read.head}`,
    `By the gateway: ${gateway.count} messages, head ${gateway.head}`,
  ];
  return new LogMismatchError("The gateway's head is not what its logs lead to.", details, laneId);
}

/**
 * Halts lanes in which the chain now says something else than was recorded as final; returns the others.
 *
 * @param complete - whether everything final was read and the gateway agrees: then nothing may be missing
 */
async function withoutConflicts(
  context: ObserverContext,
  readings: readonly LaneReading[],
  complete: boolean,
): Promise<LaneReading[]> {
  const agreed: LaneReading[] = [];
  for (const reading of readings) {
    const { lane, tip, messages } = reading;
    const known = messages.filter(({ sequence }) => sequence <= lane.final.count);
    const wanted = complete ? lane.final.count - tip.count : known.length;
    const recorded =
      wanted <= 0 ? [] : await context.store.finalMessages(lane.laneId, tip.count + 1, wanted);
    const conflict = findConflict(recorded, known);
    if (conflict === undefined) agreed.push(reading);
    else await haltForConflict(context, lane, conflict);
  }
  return agreed;
}
