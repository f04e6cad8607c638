import type { SqlDatabase } from "../sql/database.ts";
import { POSTGRES } from "../sql/dialect.ts";
import { type Connections, createConnections } from "./connections.ts";
import { prepareSchema } from "./schema.ts";
import { lockKey, type PostgresPlace } from "./settings.ts";

const SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** Begins a transaction when every other writer of the schema is done: also those of other processes. */
const writersTurn = (schema: string): string =>
  `BEGIN; SELECT pg_advisory_xact_lock(${lockKey("writer", schema)})`;

/**
 * Opens a schema of a PostgreSQL database and brings it up to date; makes it where there is none.
 *
 * @throws StoreUnavailableError, StoreInterruptedError, StoreTooNewError
 */
export async function openPostgres(place: PostgresPlace): Promise<SqlDatabase> {
  const connections = createConnections(place);
  const begin = writersTurn(place.schema);
  try {
    await prepareSchema(place, connections, begin);
    return databaseOf(connections, begin);
  } catch (error) {
    await connections.close();
    throw error;
  }
}

function databaseOf({ lend, between, close }: Connections, begin: string): SqlDatabase {
  return {
    dialect: POSTGRES,
    run: (sql, ...values) => lend((lease) => lease.run(sql, ...values)),
    get: (sql, ...values) => lend((lease) => lease.get(sql, ...values)),
    all: (sql, ...values) => lend((lease) => lease.all(sql, ...values)),
    transaction: (work) => between(begin, work),
    snapshot: (work) => between(SNAPSHOT, work),
    close,
  };
}
