import { Pool, type PoolClient } from "pg";
import { StoreInterruptedError } from "../errors.ts";
import { asStoreError } from "./failures.ts";
import { type Lease, leaseOf } from "./lease.ts";
import { connectionOptions, describePlace, openingWords, type PostgresPlace } from "./settings.ts";
import { preparedStatements } from "./statements.ts";

/** One process's connections to the database, opened when they are needed. */
export interface Connections {
  /** Lends a connection; one that may be broken, or in the middle of something, is closed afterwards. */
  lend<T>(work: (lease: Lease) => Promise<T>): Promise<T>;
  /** Lends a connection between a beginning and `COMMIT`; work that fails leaves nothing behind. */
  between<T>(begin: string, work: (lease: Lease) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Makes them. Nothing is connected yet. */
export function createConnections(place: PostgresPlace): Connections {
  const name = describePlace(place);
  const pool = createPool(place);
  const statementOf = preparedStatements();

  const borrow = async (): Promise<PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw asStoreError(name, error);
    }
  };

  const lend: Connections["lend"] = async (work) => {
    const client = await borrow();
    const lease = leaseOf(client, name, statementOf);
    try {
      return await work(lease);
    } finally {
      client.release(lease.isBroken());
    }
  };

  return {
    lend,
    between: (begin, work) => lend((lease) => committed(lease, begin, work)),
    close: () => pool.end(),
  };
}

function createPool(place: PostgresPlace): Pool {
  const pool = new Pool(connectionOptions(place));
  // A connection that breaks while nobody uses it is replaced when one is needed.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    // Its failure is the failure of what comes next on the connection.
    client.query(openingWords(place)).catch(() => undefined);
  });
  return pool;
}

async function committed<T>(
  lease: Lease,
  begin: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  try {
    await lease.script(begin);
    const result = await work(lease);
    // A transaction that failed within answers COMMIT with ROLLBACK.
    if ((await lease.script("COMMIT")) === "COMMIT") return result;
    throw new StoreInterruptedError("The node's database undid what was to be written.");
  } catch (error) {
    if (!lease.isBroken()) await lease.script("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
