import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { CheckpointPlace } from "../../domain/checkpoints.ts";
import type { Purpose, SignedAttempt, Submission } from "../../domain/submission.ts";
import type { SqlSession } from "./database.ts";
import { number, text, word } from "./rows.ts";

export async function attestedCheckpoints(
  db: SqlSession,
  laneId: Bytes32,
  from: number,
  limit: number,
): Promise<CheckpointPlace[]> {
  return (
    await db.all(
      `SELECT c.sequence, c.head FROM checkpoint c JOIN lane l ON l.id = c.lane
       WHERE c.lane = ? AND c.anchor = l.anchor AND c.attested = 1 AND c.sequence >= ? ORDER BY c.sequence LIMIT ?`,
      laneId,
      from,
      limit,
    )
  ).map((row) => ({ sequence: number(row, "sequence"), head: word(row, "head") }));
}

/** A submission as JSON holds it: integers over 2^53 are decimal texts. */
type StoredSubmission = Purpose &
  Omit<Submission, "gas" | "attempts" | "kind"> & {
    gas: string;
    attempts: (Omit<SignedAttempt, "maxFee"> & { maxFee: string })[];
  };

export async function saveSubmission(db: SqlSession, submission: Submission): Promise<void> {
  const stored: StoredSubmission = {
    ...submission,
    gas: `${submission.gas}`,
    attempts: submission.attempts.map((attempt) => ({ ...attempt, maxFee: `${attempt.maxFee}` })),
  };
  const open = submission.state === "pending" || submission.state === "mined" ? 1 : 0;
  await db.run(
    `INSERT INTO submission (chain, nonce, open, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (chain, nonce) DO UPDATE SET open = excluded.open, value = excluded.value`,
    submission.chain,
    submission.nonce,
    open,
    JSON.stringify(stored),
  );
}

export async function openSubmissions(db: SqlSession, chain: ChainId): Promise<Submission[]> {
  return (
    await db.all("SELECT value FROM submission WHERE chain = ? AND open = 1 ORDER BY nonce", chain)
  ).map((row) => {
    const stored = JSON.parse(text(row, "value")) as StoredSubmission;
    const gas = BigInt(stored.gas);
    const attempts = stored.attempts.map((attempt) => ({
      ...attempt,
      maxFee: BigInt(attempt.maxFee),
    }));
    // Before there were acts, every submission was a delivery and did not say so.
    return stored.kind === "act"
      ? { ...stored, gas, attempts }
      : { ...stored, kind: "delivery", gas, attempts };
  });
}
