import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { TwoHeads } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { countQuorum } from "./quorum.ts";
import { number, text, toAttestation, toMessage } from "./rows.ts";

/** Stores attestations; of two heads by one validator at one place, the first stays and both are kept as proof. */
export function addAttestations(
  db: Database,
  quorum: number,
  attestations: readonly Attestation[],
  now: number,
): { added: number; proofs: TwoHeads[] } {
  let added = 0;
  const proofs: TwoHeads[] = [];
  for (const attestation of attestations) {
    const { laneId, anchor, sequence, head, validator, signature } = attestation;
    const row = db.get(
      "SELECT * FROM attestation WHERE lane = ? AND anchor = ? AND sequence = ? AND validator = ?",
      laneId,
      anchor,
      sequence,
      validator,
    );
    if (row === undefined) {
      db.run(
        "INSERT INTO attestation (lane, anchor, sequence, head, validator, signature) VALUES (?, ?, ?, ?, ?, ?)",
        laneId,
        anchor,
        sequence,
        head,
        validator,
        signature,
      );
      countQuorum(db, quorum, attestation);
      added += 1;
      continue;
    }
    const first = toAttestation(row);
    if (first.head === head) continue;
    const proof = { first, second: attestation, time: now };
    const isNew = db.run(
      "INSERT OR IGNORE INTO two_heads (time, first, second) VALUES (?, ?, ?)",
      now,
      JSON.stringify(first),
      JSON.stringify(attestation),
    );
    if (isNew > 0) proofs.push(proof);
  }
  return { added, proofs };
}

export function readAttestations(
  db: Database,
  laneId: Bytes32,
  query: { from: number; limit: number; validator?: Address },
): Attestation[] {
  const { from, limit, validator } = query;
  const rows =
    validator === undefined
      ? db.all(
          "SELECT * FROM attestation WHERE lane = ? AND sequence >= ? ORDER BY sequence, position LIMIT ?",
          laneId,
          from,
          limit,
        )
      : db.all(
          "SELECT * FROM attestation WHERE lane = ? AND sequence >= ? AND validator = ? ORDER BY sequence LIMIT ?",
          laneId,
          from,
          validator,
          limit,
        );
  return rows.map(toAttestation);
}

export function attestationsOf(
  db: Database,
  { laneId, anchor, sequence, head }: Checkpoint,
): Attestation[] {
  return db
    .all(
      "SELECT * FROM attestation WHERE lane = ? AND anchor = ? AND sequence = ? AND head = ? ORDER BY position",
      laneId,
      anchor,
      sequence,
      head,
    )
    .map(toAttestation);
}

export function readMessages(
  db: Database,
  laneId: Bytes32,
  from: number,
  limit: number,
): LaneMessage[] {
  return db
    .all(
      "SELECT * FROM message WHERE lane = ? AND final = 1 AND sequence >= ? ORDER BY sequence LIMIT ?",
      laneId,
      from,
      limit,
    )
    .map(toMessage);
}

export function readTwoHeads(db: Database, limit: number): TwoHeads[] {
  return db.all("SELECT * FROM two_heads ORDER BY position DESC LIMIT ?", limit).map((row) => ({
    time: number(row, "time"),
    first: JSON.parse(text(row, "first")) as Attestation,
    second: JSON.parse(text(row, "second")) as Attestation,
  }));
}
