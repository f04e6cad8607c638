import { type Inspection, OWNED_SINCE, OWNER_QUERY, ownerOf } from "../sql/inspection.ts";
import { createConnections } from "./connections.ts";
import type { PostgresPlace } from "./settings.ts";

/** What a server says besides. */
export interface PostgresInspection extends Inspection {
  /** The server's major version. */
  server: number;
  /** Whether the user may make the schema. */
  mayCreate: boolean;
}

/**
 * Looks at a schema, and changes nothing.
 *
 * @throws StoreUnavailableError, StoreInterruptedError
 */
export async function inspectPostgres(place: PostgresPlace): Promise<PostgresInspection> {
  const connections = createConnections(place);
  try {
    return await connections.lend(async (lease) => {
      const found = await lease.get(
        `SELECT current_setting('server_version_num') AS server,
          has_database_privilege(current_database(), 'CREATE')::int::bigint AS may,
          to_regclass(?) IS NOT NULL AS known`,
        `"${place.schema}".schema_version`,
      );
      const server = Math.floor(Number(found?.server ?? 0) / 10_000);
      const besides = { server, mayCreate: Number(found?.may) === 1 };
      if (`${found?.known}` !== "true") return { version: undefined, ...besides };
      const row = await lease.get("SELECT version FROM schema_version");
      const version = Number(row?.version ?? 0);
      const owner = version < OWNED_SINCE ? undefined : await lease.get(OWNER_QUERY);
      return { version, ...ownerOf(owner), ...besides };
    });
  } finally {
    await connections.close();
  }
}
