import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { CheckpointPlace } from "../../domain/checkpoints.ts";
import type { SignedAttempt, Submission } from "../../domain/submission.ts";
import type { Database } from "./database.ts";
import { number, text, word } from "./rows.ts";

export function attestedCheckpoints(
  db: Database,
  laneId: Bytes32,
  from: number,
  limit: number,
): CheckpointPlace[] {
  return db
    .all(
      `SELECT c.sequence, c.head FROM checkpoint c JOIN lane l ON l.id = c.lane
       WHERE c.lane = ? AND c.anchor = l.anchor AND c.attested = 1 AND c.sequence >= ? ORDER BY c.sequence LIMIT ?`,
      laneId,
      from,
      limit,
    )
    .map((row) => ({ sequence: number(row, "sequence"), head: word(row, "head") }));
}

/** A submission as JSON holds it: integers over 2^53 are decimal texts. */
interface StoredSubmission extends Omit<Submission, "gas" | "attempts"> {
  gas: string;
  attempts: (Omit<SignedAttempt, "maxFee"> & { maxFee: string })[];
}

export function saveSubmission(db: Database, submission: Submission): void {
  const stored: StoredSubmission = {
    ...submission,
    gas: `${submission.gas}`,
    attempts: submission.attempts.map((attempt) => ({ ...attempt, maxFee: `${attempt.maxFee}` })),
  };
  const open = submission.state === "pending" || submission.state === "mined" ? 1 : 0;
  db.run(
    "INSERT OR REPLACE INTO submission (chain, nonce, open, value) VALUES (?, ?, ?, ?)",
    submission.chain,
    submission.nonce,
    open,
    JSON.stringify(stored),
  );
}

export function openSubmissions(db: Database, chain: ChainId): Submission[] {
  return db
    .all("SELECT value FROM submission WHERE chain = ? AND open = 1 ORDER BY nonce", chain)
    .map((row) => {
      const stored = JSON.parse(text(row, "value")) as StoredSubmission;
      return {
        ...stored,
        gas: BigInt(stored.gas),
        attempts: stored.attempts.map((attempt) => ({
          ...attempt,
          maxFee: BigInt(attempt.maxFee),
        })),
      };
    });
}
