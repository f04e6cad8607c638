import type { ReserveStatement } from "@ryugu/sdk/reserves";
import type { Shortfall } from "../../domain/shortfall.ts";
import type { Audit, AuditStore } from "../../ports/audit-store.ts";
import type { SqlDatabase, SqlSession } from "./database.ts";
import { laneCut } from "./lane-cut.ts";
import { readLedgers, readTokenLedgers } from "./ledgers.ts";
import { isPairReadThrough } from "./read-through.ts";
import { text } from "./rows.ts";

/** What the auditor keeps, over a database that speaks SQL. */
export function auditStore(db: SqlDatabase): Omit<AuditStore, "cursor" | "lanes"> {
  const read = db.snapshot;
  const write = db.transaction;
  return {
    laneCut: (laneId, at) => read((tx) => laneCut(tx, laneId, at)),
    ledgers: (pair, at) =>
      read(async (tx) =>
        (await isPairReadThrough(tx, pair, at)) ? readLedgers(tx, pair, at) : undefined,
      ),
    tokenLedgers: (pair, of, at) =>
      read(async (tx) =>
        (await isPairReadThrough(tx, pair, at)) ? readTokenLedgers(tx, pair, of, at) : undefined,
      ),
    saveAudit: (audit, shortfalls) => write((tx) => saveAudit(tx, audit, shortfalls)),
    saveShortfalls: (shortfalls) => write((tx) => saveShortfalls(tx, shortfalls)),
    audit: () => get<Audit>(db, "last"),
    shortfalls: async () => (await get<Shortfall[]>(db, "shortfalls")) ?? [],
    addStatement: (statement) => write((tx) => addStatement(tx, statement)),
    statement: (day) => readStatement(db, day),
    statementDays: (before, limit) => readStatementDays(db, before, limit),
  };
}

async function saveAudit(
  db: SqlSession,
  audit: Audit,
  shortfalls: readonly Shortfall[],
): Promise<void> {
  await put(db, "last", audit);
  await saveShortfalls(db, shortfalls);
}

async function saveShortfalls(db: SqlSession, shortfalls: readonly Shortfall[]): Promise<void> {
  await put(db, "shortfalls", shortfalls);
}

async function put(db: SqlSession, name: "last" | "shortfalls", value: object): Promise<void> {
  await db.run(
    "INSERT INTO audit (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    name,
    JSON.stringify(value),
  );
}

async function get<T>(db: SqlSession, name: string): Promise<T | undefined> {
  const row = await db.get("SELECT value FROM audit WHERE name = ?", name);
  return row === undefined ? undefined : (JSON.parse(text(row, "value")) as T);
}

/** A day's first statement stays. */
async function addStatement(db: SqlSession, statement: ReserveStatement): Promise<void> {
  await db.run(
    "INSERT INTO statement (day, value) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
    statement.day,
    JSON.stringify(statement),
  );
}

async function readStatement(db: SqlSession, day: string): Promise<ReserveStatement | undefined> {
  const row = await db.get("SELECT value FROM statement WHERE day = ?", day);
  return row === undefined ? undefined : (JSON.parse(text(row, "value")) as ReserveStatement);
}

/** Days with a statement, newest first. */
async function readStatementDays(db: SqlSession, before: string, limit: number): Promise<string[]> {
  const rows = await db.all(
    "SELECT day FROM statement WHERE day < ? ORDER BY day DESC LIMIT ?",
    before,
    limit,
  );
  return rows.map((row) => text(row, "day"));
}
