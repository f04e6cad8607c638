import type { Dialect } from "./dialect.ts";

/** What a column may hold, as it is written. */
export type SqlValue = string | number | null | Uint8Array;

/** One row, column by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Where statements run: in a transaction, or each for itself. `?` stands for a value. */
export interface SqlSession {
  readonly dialect: Dialect;
  /** Runs a statement whose rows nobody wants; returns how many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>;
  /** The first row, or undefined. */
  get(sql: string, ...values: readonly SqlValue[]): Promise<Row | undefined>;
  all(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
}

/**
 * A database that speaks SQL. Statements of work under way never mix with others: a transaction must use the
 * session that it is given, and nothing else.
 */
export interface SqlDatabase extends SqlSession {
  /**
   * Runs work wholly or not at all, durably when it resolves. One transaction at a time, also among the processes that
   * share the database, so that work may read, decide and write.
   */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** Runs several reads on one unchanging state. */
  snapshot<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
