import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from "node:sqlite";
import { WorldStoreError } from "./errors.ts";

/** One row, column by column. */
export type Row = Record<string, SQLOutputValue>;

/** What one part of the server keeps: its tables, version by version. A line that was released never changes. */
export interface StoreModule {
  /** Kebab-case; its tables begin with it. */
  readonly name: string;
  readonly migrations: readonly string[];
}

/** A platform's database: synchronous, durable when a call returns. */
export interface WorldStore {
  /** Runs a statement that answers no rows; returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs work wholly or not at all. The work must not wait for anything. */
  transaction<T>(work: () => T): T;
  /** Empties the write-ahead log, so that what was deleted is nowhere in the files any more. */
  checkpoint(): void;
  close(): void;
}

/** How long a server that starts waits for the one that stops, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

const PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`;

/**
 * Opens a platform's database and brings every module's tables up to date.
 *
 * @param path - a file, or `:memory:`
 * @throws WorldStoreError when it is in use, damaged, not writable, or of a newer release
 */
export function openWorldStore(path: string, modules: readonly StoreModule[]): WorldStore {
  const connection = guarded(() => {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    return new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  });
  const store = overConnection(connection);
  try {
    guarded(() => connection.exec(PRAGMAS));
    migrate(store, connection, modules);
  } catch (error) {
    connection.close();
    throw error;
  }
  return store;
}

function overConnection(connection: DatabaseSync): WorldStore {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => guarded(() => Number(prepare(sql).run(...values).changes)),
    get: (sql, ...values) => guarded(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guarded(() => prepare(sql).all(...values)),
    transaction(work) {
      guarded(() => connection.exec("BEGIN IMMEDIATE"));
      try {
        const result = work();
        guarded(() => connection.exec("COMMIT"));
        return result;
      } catch (error) {
        if (connection.isTransaction) connection.exec("ROLLBACK");
        throw error;
      }
    },
    checkpoint: () => guarded(() => connection.exec("PRAGMA wal_checkpoint(TRUNCATE)")),
    close: () => connection.close(),
  };
}

function migrate(
  store: WorldStore,
  connection: DatabaseSync,
  modules: readonly StoreModule[],
): void {
  guarded(() =>
    connection.exec(
      "CREATE TABLE IF NOT EXISTS modules (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT",
    ),
  );
  for (const { name, migrations } of modules) {
    const version = Number(store.get("SELECT version FROM modules WHERE name = ?", name)?.version);
    const done = Number.isNaN(version) ? 0 : version;
    if (done > migrations.length) {
      throw new WorldStoreError("The database was written by a newer release of the server.", {
        details: [`Part: ${name}`, `Its version: ${done}`, `Known here: ${migrations.length}`],
      });
    }
    store.transaction(() => {
      for (const sql of migrations.slice(done)) guarded(() => connection.exec(sql));
      store.run("INSERT OR REPLACE INTO modules VALUES (?, ?)", name, migrations.length);
    });
  }
}

/** Names what SQLite reports; a mistake in our own SQL stays what it is. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof WorldStoreError) throw cause;
    throw new WorldStoreError("The world server's database failed.", {
      cause,
      details: [cause.message],
    });
  }
}
