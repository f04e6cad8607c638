import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { CheckpointPlace } from "../../domain/checkpoints.ts";
import type { Purpose, SignedAttempt, Submission } from "../../domain/submission.ts";
import { StoreOutrunError } from "../errors.ts";
import type { Row, SqlSession } from "./database.ts";
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
  Omit<Submission, "gas" | "value" | "attempts" | "kind"> & {
    gas: string;
    value?: string;
    attempts: (Omit<SignedAttempt, "maxFee"> & { maxFee: string })[];
  };

/** Takes a nonce, if the open submissions are those that the caller knows. */
export async function addSubmission(
  db: SqlSession,
  submission: Submission,
  known: readonly Submission[],
): Promise<void> {
  const { chain, nonce } = submission;
  const nonces = new Set(known.map((one) => one.nonce));
  const open = await openSubmissions(db, chain);
  const unknown = open.find((one) => !nonces.has(one.nonce) || one.nonce === nonce);
  if (unknown !== undefined) throw outrun(chain, unknown.nonce);
  await db.run(
    `INSERT INTO submission (chain, nonce, open, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (chain, nonce) DO UPDATE SET open = excluded.open, value = excluded.value`,
    chain,
    nonce,
    isOpen(submission),
    toStored(submission),
  );
}

/** Writes what became of a submission, if it is still what the caller read. */
export async function replaceSubmission(
  db: SqlSession,
  before: Submission,
  after: Submission,
): Promise<void> {
  const { chain, nonce } = before;
  const row = await db.get(
    "SELECT value FROM submission WHERE chain = ? AND nonce = ?",
    chain,
    nonce,
  );
  if (row === undefined || toStored(toSubmission(row)) !== toStored(before))
    throw outrun(chain, nonce);
  await db.run(
    "UPDATE submission SET open = ?, value = ? WHERE chain = ? AND nonce = ?",
    isOpen(after),
    toStored(after),
    chain,
    nonce,
  );
}

function outrun(chain: ChainId, nonce: number): StoreOutrunError {
  return new StoreOutrunError("Another process has dealt with the relayer's account meanwhile.", {
    details: [`Chain: ${chain}`, `Nonce: ${nonce}`],
  });
}

const isOpen = ({ state }: Submission): 0 | 1 => (state === "pending" || state === "mined" ? 1 : 0);

/** What was read gives the same text again: fields keep their order. */
function toStored(submission: Submission): string {
  const { value, ...rest } = submission;
  const stored: StoredSubmission = {
    ...rest,
    ...(value === undefined ? {} : { value: `${value}` }),
    gas: `${submission.gas}`,
    attempts: submission.attempts.map((attempt) => ({ ...attempt, maxFee: `${attempt.maxFee}` })),
  };
  return JSON.stringify(stored);
}

export async function openSubmissions(db: SqlSession, chain: ChainId): Promise<Submission[]> {
  const rows = await db.all(
    "SELECT value FROM submission WHERE chain = ? AND open = 1 ORDER BY nonce",
    chain,
  );
  return rows.map(toSubmission);
}

function toSubmission(row: Row): Submission {
  const { value, ...stored } = JSON.parse(text(row, "value")) as StoredSubmission;
  const gas = BigInt(stored.gas);
  const sent = value === undefined ? {} : { value: BigInt(value) };
  const attempts = stored.attempts.map((attempt) => ({
    ...attempt,
    maxFee: BigInt(attempt.maxFee),
  }));
  // Before there were acts, every submission was a delivery and did not say so.
  return stored.kind === "act"
    ? { ...stored, ...sent, gas, attempts }
    : { ...stored, ...sent, kind: "delivery", gas, attempts };
}
