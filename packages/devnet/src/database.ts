import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from "node:sqlite";

/** One row; whole numbers are bigints. */
export type Row = Record<string, SQLOutputValue>;

/** A process's own SQLite file: synchronous, durable when a call returns. */
export interface Database {
  /** Runs a statement that answers no rows; returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs work wholly or not at all. The work must not wait for anything. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** How long a process that starts waits for the one that is ending, in milliseconds. */
const BUSY_TIMEOUT = 5_000;
const PRAGMAS =
  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/**
 * Opens a database and makes its tables where they are not there.
 *
 * @param path - a file, or `:memory:`
 * @param tables - `CREATE TABLE IF NOT EXISTS …` statements
 */
export function openDatabase(path: string, tables: string): Database {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, readBigInts: true });
  try {
    connection.exec(PRAGMAS);
    connection.exec(tables);
  } catch (error) {
    connection.close();
    throw error;
  }
  return over(connection);
}

function over(connection: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    transaction(work) {
      connection.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        connection.exec("COMMIT");
        return result;
      } catch (error) {
        if (connection.isTransaction) connection.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => connection.close(),
  };
}
