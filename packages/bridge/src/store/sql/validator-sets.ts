import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { LaneState } from "../../domain/lane.ts";
import { StoreConflictError } from "../errors.ts";
import { inRuns, insertAll } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { addEventsBetween } from "./events.ts";
import { readLanes } from "./lanes.ts";
import { countQuorums } from "./quorum.ts";
import { number, text, word } from "./rows.ts";

/**
 * Notes the set that a chain's gateway obeys, and counts again what is on its way there.
 *
 * @returns whether anything changed
 * @throws StoreConflictError when the epoch is known with another set
 */
export async function setValidators(
  db: SqlSession,
  chain: ChainId,
  set: ValidatorSet,
): Promise<boolean> {
  const known = await db.get("SELECT epoch, quorum FROM validator_set WHERE chain = ?", chain);
  const epoch = known === undefined ? undefined : number(known, "epoch");
  if (epoch !== undefined && epoch > set.epoch) return false;
  if (known !== undefined && epoch === set.epoch) {
    await assertSame(db, chain, set, number(known, "quorum"));
    return false;
  }
  await db.run(
    `INSERT INTO validator_set (chain, epoch, quorum) VALUES (?, ?, ?)
     ON CONFLICT (chain) DO UPDATE SET epoch = excluded.epoch, quorum = excluded.quorum`,
    chain,
    set.epoch,
    set.quorum,
  );
  await db.run("DELETE FROM validator WHERE chain = ?", chain);
  await insertAll(
    db,
    "validator (chain, address)",
    set.validators.map((validator) => [chain, validator]),
  );
  const lanes = (await readLanes(db)).filter(({ destinationChain }) => destinationChain === chain);
  for (const lane of lanes) await recount(db, lane, epoch !== undefined);
  return true;
}

async function assertSame(
  db: SqlSession,
  chain: ChainId,
  { epoch, quorum, validators }: ValidatorSet,
  knownQuorum: number,
): Promise<void> {
  const rows = await db.all("SELECT address FROM validator WHERE chain = ?", chain);
  const known = new Set<string>(rows.map((row) => text(row, "address")));
  const same =
    knownQuorum === quorum &&
    known.size === validators.length &&
    validators.every((validator) => known.has(validator));
  if (same) return;
  throw new StoreConflictError("Another validator set is stored for this epoch.", {
    details: [`Chain: ${chain}`, `Epoch: ${epoch}`],
  });
}

/**
 * What is delivered to finality stays as it was; everything after it counts only what the new set has signed, and this
 * validator offers its signatures again, to those who did not ask for them before.
 */
async function recount(db: SqlSession, lane: LaneState, rotated: boolean): Promise<void> {
  const { laneId, anchor, deliveredFinal } = lane;
  const after = [laneId, anchor, deliveredFinal] as const;
  const above = "lane = ? AND anchor = ? AND sequence > ?";
  await db.run(`UPDATE checkpoint SET attested = 0 WHERE ${above}`, ...after);
  if (rotated) await db.run(`UPDATE guard SET signed = 0 WHERE ${above}`, ...after);
  await db.run(
    `UPDATE lane SET attested = coalesce((SELECT max(sequence) FROM checkpoint
       WHERE lane = ? AND anchor = ? AND attested = 1), 0) WHERE id = ?`,
    laneId,
    anchor,
    laneId,
  );
  const open = await db.all(`SELECT sequence, head FROM checkpoint WHERE ${above}`, ...after);
  const places = open.map((row) => ({
    laneId,
    anchor,
    sequence: number(row, "sequence"),
    head: word(row, "head"),
  }));
  for (const run of inRuns(places)) await countQuorums(db, run);
  await addEventsBetween(db, laneId, deliveredFinal + 1, lane.attested);
}
