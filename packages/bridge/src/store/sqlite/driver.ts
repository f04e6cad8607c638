import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { SqlDatabase, SqlSession } from "../sql/database.ts";
import { SQLITE } from "../sql/dialect.ts";
import { migrate } from "../sql/migrate.ts";
import { asStoreError } from "./failures.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** How long a writer waits for another connection, in milliseconds. */
const BUSY_TIMEOUT = 2_000;

/** One node, one database: a second process is refused instead of corrupting the guard. */
const SETTINGS =
  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/**
 * Opens an SQLite database and brings its schema up to date: write-ahead log, every commit on disk before it counts.
 *
 * @param path - a file, or `:memory:`
 * @throws StoreUnavailableError, StoreLockedError, StoreCorruptError, StoreTooNewError
 */
export async function openSqlite(path: string): Promise<SqlDatabase> {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asStoreError(path, error);
    }
  };
  const connection = guarded(() => new DatabaseSync(path, { timeout: BUSY_TIMEOUT }));
  try {
    addFunctions(connection);
    guarded(() => connection.exec(SETTINGS));
    const session = sessionOf(connection, guarded);
    const transaction = transactionsOf(connection, session, guarded);
    await migrate(path, SQLITE, {
      version: async () => Number((await session.get("PRAGMA user_version"))?.user_version ?? 0),
      advance: (version, script) =>
        transaction(async () =>
          guarded(() => connection.exec(`${script}; PRAGMA user_version = ${version};`)),
        ),
    });
    return takingTurns(session, transaction, () => connection.close());
  } catch (error) {
    connection.close();
    throw error;
  }
}

type Guarded = <T>(work: () => T) => T;
type Transaction = <T>(work: (session: SqlSession) => Promise<T>) => Promise<T>;

/** The sum of decimal texts: SQLite's own integers end at 64 bits. */
function addFunctions(connection: DatabaseSync): void {
  connection.aggregate<bigint>("sum_amounts", {
    start: 0n,
    step: (sum, amount) => sum + BigInt(amount as string),
    result: (sum) => `${sum}`,
  });
}

function sessionOf(connection: DatabaseSync, guarded: Guarded): SqlSession {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    dialect: SQLITE,
    run: async (sql, ...values) => guarded(() => Number(prepare(sql).run(...values).changes)),
    get: async (sql, ...values) => guarded(() => prepare(sql).get(...values)),
    all: async (sql, ...values) => guarded(() => prepare(sql).all(...values)),
  };
}

function transactionsOf(
  connection: DatabaseSync,
  session: SqlSession,
  guarded: Guarded,
): Transaction {
  return async (work) => {
    guarded(() => connection.exec("BEGIN IMMEDIATE"));
    try {
      const result = await work(session);
      guarded(() => connection.exec("COMMIT"));
      return result;
    } catch (error) {
      if (connection.isTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  };
}

/** There is one connection: whoever uses it waits until the one before is done. */
function takingTurns(
  session: SqlSession,
  transaction: Transaction,
  close: () => void,
): SqlDatabase {
  const inTurn = oneAtATime();
  return {
    dialect: session.dialect,
    run: (sql, ...values) => inTurn(() => session.run(sql, ...values)),
    get: (sql, ...values) => inTurn(() => session.get(sql, ...values)),
    all: (sql, ...values) => inTurn(() => session.all(sql, ...values)),
    transaction: (work) => inTurn(() => transaction(work)),
    snapshot: (work) => inTurn(() => work(session)),
    close: () => inTurn(async () => close()),
  };
}
