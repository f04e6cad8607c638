import { existsSync } from "node:fs";
import { readSecret } from "../config/load.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import type { TaskLock } from "../ports/task-lock.ts";
import { StoreUnavailableError } from "../store/errors.ts";
import { openPostgres } from "../store/postgres/driver.ts";
import type { PostgresPlace } from "../store/postgres/settings.ts";
import { postgresStore } from "../store/postgres/store.ts";
import type { SqlDatabase } from "../store/sql/database.ts";
import { openSqlite } from "../store/sqlite/driver.ts";
import { sqliteStore } from "../store/sqlite/store.ts";

/** A file is held by one process, which therefore runs every task. */
const EVERYTHING_HERE: TaskLock = { hold: async () => "held" };

/** Opens what the configuration names, with the lock that goes with it. */
export async function openStore(
  database: NodeConfig["database"],
  environment: Readonly<Record<string, string | undefined>>,
  clock: Pick<Clock, "now">,
): Promise<{ store: Store; lock: TaskLock }> {
  if (typeof database === "string")
    return { store: await sqliteStore({ path: database, clock }), lock: EVERYTHING_HERE };
  return postgresStore({ ...(await postgresPlace(database, environment)), clock });
}

/** Opens the database alone, for those who copy it. Throws StoreUnavailableError where one `toRead` is not there. */
export async function openDatabase(
  database: NodeConfig["database"],
  environment: Readonly<Record<string, string | undefined>>,
  purpose: "toRead" | "toFill",
): Promise<SqlDatabase> {
  if (purpose === "toRead" && typeof database === "string" && !existsSync(database)) {
    throw new StoreUnavailableError("There is no database here.", {
      details: [`Database: ${database}`],
    });
  }
  return typeof database === "string"
    ? openSqlite(database)
    : openPostgres(await postgresPlace(database, environment));
}

/** Where a PostgreSQL database is, with what it takes to log in. Throws ConfigError. */
export async function postgresPlace(
  { postgres: { url, schema } }: Exclude<NodeConfig["database"], string>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PostgresPlace> {
  return { url: (await readSecret(url, environment)).trim(), schema };
}
