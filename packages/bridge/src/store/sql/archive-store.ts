import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { TwoHeads } from "../../ports/archive-store.ts";
import { inRuns, insertSql } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { countQuorums } from "./quorum.ts";
import { number, text, toAttestation, toMessage } from "./rows.ts";

/** Stores attestations; of two heads by one validator at one place, the first stays and both are kept as proof. */
export async function addAttestations(
  db: SqlSession,
  attestations: readonly Attestation[],
  now: number,
): Promise<{ added: number; proofs: TwoHeads[] }> {
  const places = new Map<string, Attestation>();
  const repeated: Attestation[] = [];
  for (const attestation of attestations) {
    const place = placeOf(attestation);
    if (places.has(place)) repeated.push(attestation);
    else places.set(place, attestation);
  }
  const offered = [...places.values()];
  const added = new Set<string>();
  for (const run of inRuns(offered)) {
    const rows = run.map((a) => [a.laneId, a.anchor, a.sequence, a.head, a.validator, a.signature]);
    const tail = "ON CONFLICT DO NOTHING RETURNING lane, anchor, sequence, validator";
    for (const row of await db.all(insertSql(COLUMNS, rows, tail), ...rows.flat()))
      added.add([row.lane, row.anchor, row.sequence, row.validator].join("/"));
  }
  const known = offered.filter((attestation) => !added.has(placeOf(attestation)));
  const proofs: TwoHeads[] = [];
  for (const attestation of [...known, ...repeated])
    proofs.push(...(await proveTwoHeads(db, attestation, now)));
  const fresh = offered.filter((attestation) => added.has(placeOf(attestation)));
  await countQuorums(db, fresh);
  return { added: added.size, proofs };
}

const COLUMNS = "attestation (lane, anchor, sequence, head, validator, signature)";

const placeOf = ({ laneId, anchor, sequence, validator }: Attestation): string =>
  [laneId, anchor, sequence, validator].join("/");

/** Keeps the proof, if a validator signed another head at this place before. */
async function proveTwoHeads(
  db: SqlSession,
  second: Attestation,
  time: number,
): Promise<TwoHeads[]> {
  const row = await db.get(
    "SELECT * FROM attestation WHERE lane = ? AND anchor = ? AND sequence = ? AND validator = ? AND head <> ?",
    second.laneId,
    second.anchor,
    second.sequence,
    second.validator,
    second.head,
  );
  if (row === undefined) return [];
  const first = toAttestation(row);
  const isNew = await db.run(
    "INSERT INTO two_heads (time, first, second) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    time,
    JSON.stringify(first),
    JSON.stringify(second),
  );
  return isNew > 0 ? [{ first, second, time }] : [];
}

export async function readAttestations(
  db: SqlSession,
  laneId: Bytes32,
  query: { from: number; limit: number; validator?: Address },
): Promise<Attestation[]> {
  const { from, limit, validator } = query;
  const rows =
    validator === undefined
      ? await db.all(
          "SELECT * FROM attestation WHERE lane = ? AND sequence >= ? ORDER BY sequence, position LIMIT ?",
          laneId,
          from,
          limit,
        )
      : await db.all(
          "SELECT * FROM attestation WHERE lane = ? AND sequence >= ? AND validator = ? ORDER BY sequence LIMIT ?",
          laneId,
          from,
          validator,
          limit,
        );
  return rows.map(toAttestation);
}

/** Those that count: by members of the set that the destination's gateway obeys. */
export async function attestationsOf(
  db: SqlSession,
  { laneId, anchor, sequence, head }: Checkpoint,
): Promise<Attestation[]> {
  return (
    await db.all(
      `SELECT a.* FROM attestation a JOIN lane l ON l.id = a.lane
         JOIN validator v ON v.chain = l.destination_chain AND v.address = a.validator
       WHERE a.lane = ? AND a.anchor = ? AND a.sequence = ? AND a.head = ? ORDER BY a.position`,
      laneId,
      anchor,
      sequence,
      head,
    )
  ).map(toAttestation);
}

export async function readMessages(
  db: SqlSession,
  laneId: Bytes32,
  from: number,
  limit: number,
): Promise<LaneMessage[]> {
  return (
    await db.all(
      "SELECT * FROM message WHERE lane = ? AND final = 1 AND sequence >= ? ORDER BY sequence LIMIT ?",
      laneId,
      from,
      limit,
    )
  ).map(toMessage);
}

export async function readTwoHeads(db: SqlSession, limit: number): Promise<TwoHeads[]> {
  return (await db.all("SELECT * FROM two_heads ORDER BY position DESC LIMIT ?", limit)).map(
    (row) => ({
      time: number(row, "time"),
      first: JSON.parse(text(row, "first")) as Attestation,
      second: JSON.parse(text(row, "second")) as Attestation,
    }),
  );
}
