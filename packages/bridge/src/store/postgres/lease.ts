import type { PoolClient, QueryResult } from "pg";
import type { Row, SqlSession, SqlValue } from "../sql/database.ts";
import { POSTGRES } from "../sql/dialect.ts";
import { asStoreError, sqlState } from "./failures.ts";
import type { Statement } from "./statements.ts";

/** A connection lent to one piece of work. */
export interface Lease extends SqlSession {
  /** Runs statements without values, several if need be. @returns the last one's command, such as `COMMIT` */
  script(sql: string): Promise<string>;
  /** Whether the connection must not be used again. */
  isBroken(): boolean;
}

/**
 * What the server says when it ends a connection, and when prepared statements became old with the schema: a new
 * connection prepares anew.
 */
const LAST_WORDS = ["57P", "25P03", "0A000"];

/** Makes the lease of a connection. Every failure is a typed error. */
export function leaseOf(
  client: PoolClient,
  place: string,
  statementOf: (sql: string) => Statement,
): Lease {
  let broken = false;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const code = sqlState(error);
      broken ||= code === undefined || LAST_WORDS.some((prefix) => code.startsWith(prefix));
      throw asStoreError(place, error);
    }
  };
  const query = (sql: string, values: readonly SqlValue[]) =>
    guarded(() => client.query<Row>({ ...statementOf(sql), values: [...values] }));
  return {
    dialect: POSTGRES,
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
    get: async (sql, ...values) => (await query(sql, values)).rows[0],
    all: async (sql, ...values) => (await query(sql, values)).rows,
    async script(sql) {
      const results: QueryResult | QueryResult[] = await guarded(() => client.query(sql));
      return [results].flat().at(-1)?.command ?? "";
    },
    isBroken: () => broken,
  };
}
