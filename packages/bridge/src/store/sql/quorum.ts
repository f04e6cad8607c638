import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { LaneState } from "../../domain/lane.ts";
import { inRuns, marks } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { addEventsBetween } from "./events.ts";
import { readLane } from "./lanes.ts";
import { number } from "./rows.ts";

/** Watching signatures arrive one by one is for small numbers of messages. */
const MOST_SIGNED_EVENTS = 256;

/** A checkpoint that this node agrees with, and how many of the destination's validators have signed it. */
interface Count {
  sequence: number;
  signatures: number;
}

/** The quorum on lanes towards a chain; undefined while the chain's set is not known. */
export async function quorumTowards(db: SqlSession, chain: ChainId): Promise<number | undefined> {
  const row = await db.get("SELECT quorum FROM validator_set WHERE chain = ?", chain);
  return row && number(row, "quorum");
}

/** Looks which checkpoints that this node agrees with have their quorum now, and notes who may care. */
export async function countQuorums(
  db: SqlSession,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  for (const [laneId, own] of Map.groupBy(checkpoints, (checkpoint) => checkpoint.laneId)) {
    const lane = await readLane(db, laneId);
    if (lane !== undefined) await countLane(db, lane, own);
  }
}

async function countLane(
  db: SqlSession,
  lane: LaneState,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  const quorum = await quorumTowards(db, lane.destinationChain);
  if (quorum === undefined) return;
  for (const [anchor, own] of Map.groupBy(checkpoints, (checkpoint) => checkpoint.anchor)) {
    const sequences = [...new Set(own.map(({ sequence }) => sequence))];
    const counts = await signaturesOf(db, lane, anchor, sequences);
    const complete = counts.filter(({ signatures }) => signatures >= quorum);
    await markAttested(
      db,
      lane.laneId,
      anchor,
      complete.map(({ sequence }) => sequence),
    );
    if (anchor === lane.anchor) await raise(db, lane, counts, complete);
  }
}

/** Of the places named, those that are not attested yet, with the signatures that count. */
async function signaturesOf(
  db: SqlSession,
  { laneId, destinationChain }: LaneState,
  anchor: number,
  sequences: readonly number[],
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const run of inRuns(sequences)) {
    const rows = await db.all(
      `SELECT c.sequence, count(v.address) AS signatures FROM checkpoint c
         LEFT JOIN attestation a ON a.lane = c.lane AND a.anchor = c.anchor AND a.sequence = c.sequence AND a.head = c.head
         LEFT JOIN validator v ON v.chain = ? AND v.address = a.validator
       WHERE c.lane = ? AND c.anchor = ? AND c.attested = 0 AND c.sequence IN (${marks(run.length)})
       GROUP BY c.sequence`,
      destinationChain,
      laneId,
      anchor,
      ...run,
    );
    for (const row of rows)
      counts.push({ sequence: number(row, "sequence"), signatures: number(row, "signatures") });
  }
  return counts;
}

async function markAttested(
  db: SqlSession,
  laneId: Bytes32,
  anchor: number,
  sequences: readonly number[],
): Promise<void> {
  for (const run of inRuns(sequences)) {
    await db.run(
      `UPDATE checkpoint SET attested = 1 WHERE lane = ? AND anchor = ? AND sequence IN (${marks(run.length)})`,
      laneId,
      anchor,
      ...run,
    );
  }
}

async function raise(
  db: SqlSession,
  lane: LaneState,
  counts: readonly Count[],
  complete: readonly Count[],
): Promise<void> {
  const attested = complete.reduce((most, { sequence }) => Math.max(most, sequence), lane.attested);
  if (attested > lane.attested)
    await db.run("UPDATE lane SET attested = ? WHERE id = ?", attested, lane.laneId);
  const first = Math.max(lane.attested, lane.delivered) + 1;
  const watched = counts.flatMap(({ sequence, signatures }) =>
    signatures > 0 && sequence - first < MOST_SIGNED_EVENTS ? [sequence] : [],
  );
  const last = Math.max(attested > lane.attested ? attested : 0, ...watched);
  await addEventsBetween(db, lane.laneId, first, last);
}
