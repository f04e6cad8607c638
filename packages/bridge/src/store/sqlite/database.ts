import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from "node:sqlite";
import { RyuguError } from "@ryugu/sdk/errors";
import {
  StoreCorruptError,
  StoreFullError,
  StoreLockedError,
  StoreTooNewError,
  StoreUnavailableError,
} from "../errors.ts";
import { MIGRATIONS } from "./schema.ts";

/** One row, column by column. */
export type Row = Record<string, SQLOutputValue>;

/** A thin, synchronous face over one SQLite database: prepared statements, transactions, typed errors. */
export interface Database {
  /** Runs a statement that answers no rows; returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs work wholly or not at all, durably when it returns. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** How long a writer waits for another connection, in milliseconds. */
const BUSY_TIMEOUT = 2_000;

/**
 * Opens a database and brings its schema up to date.
 *
 * @param path - a file, or `:memory:`
 * @throws StoreUnavailableError, StoreLockedError, StoreCorruptError, StoreTooNewError
 */
export function openDatabase(path: string): Database {
  const connection = guarded(path, () => new DatabaseSync(path, { timeout: BUSY_TIMEOUT }));
  connection.aggregate<bigint>("sum_amounts", {
    start: 0n,
    step: (sum, amount) => sum + BigInt(amount as string),
    result: (sum) => `${sum}`,
  });
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const database: Database = {
    run: (sql, ...values) => guarded(path, () => Number(prepare(sql).run(...values).changes)),
    get: (sql, ...values) => guarded(path, () => prepare(sql).get(...values)),
    all: (sql, ...values) => guarded(path, () => prepare(sql).all(...values)),
    transaction(work) {
      guarded(path, () => connection.exec("BEGIN IMMEDIATE"));
      try {
        const result = work();
        guarded(path, () => connection.exec("COMMIT"));
        return result;
      } catch (error) {
        if (connection.isTransaction) connection.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => connection.close(),
  };

  try {
    guarded(path, () => {
      // One node, one database: a second process is refused instead of corrupting the guard.
      connection.exec(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
      );
    });
    migrate(database, connection, path);
  } catch (error) {
    connection.close();
    throw error;
  }
  return database;
}

function migrate(database: Database, connection: DatabaseSync, path: string): void {
  const version = Number(database.get("PRAGMA user_version")?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    throw new StoreTooNewError("The database was written by a newer release of the node.", {
      details: [
        `Database: ${path}`,
        `Its version: ${version}`,
        `This release knows: ${MIGRATIONS.length}`,
      ],
    });
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      guarded(path, () => connection.exec(`${sql}; PRAGMA user_version = ${index + 1};`));
    });
  }
}

/** SQLite's primary result codes. https://www.sqlite.org/rescode.html */
const CODES = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(path, error);
  }
}

/** Names what SQLite reports in words that an operator can act on. */
function asStoreError(path: string, cause: unknown): unknown {
  if (cause instanceof RyuguError || !(cause instanceof Error)) return cause;
  const code =
    "errcode" in cause && typeof cause.errcode === "number" ? cause.errcode & 0xff : undefined;
  const options = { cause, details: [`Database: ${path}`, `SQLite says: ${cause.message}`] };
  switch (code) {
    case CODES.full:
      return new StoreFullError(
        "The disk is full: the node's database cannot be written.",
        options,
      );
    case CODES.busy:
    case CODES.locked:
      return new StoreLockedError("The node's database is used by another process.", options);
    case CODES.corrupt:
    case CODES.notDatabase:
      return new StoreCorruptError("The node's database is damaged or is no database.", options);
    case CODES.cannotOpen:
    case CODES.readOnly:
    case CODES.io:
      return new StoreUnavailableError("The node's database cannot be opened or written.", options);
    default:
      return cause;
  }
}
