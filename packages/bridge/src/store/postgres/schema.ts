import type { SqlSession } from "../sql/database.ts";
import { POSTGRES } from "../sql/dialect.ts";
import { migrate } from "../sql/migrate.ts";
import type { Connections } from "./connections.ts";
import { describePlace, type PostgresPlace } from "./settings.ts";

/** Makes the schema where there is none, and brings it up to date. Several processes may try at once. */
export async function prepareSchema(
  place: PostgresPlace,
  { between }: Connections,
  writersTurn: string,
): Promise<void> {
  const { schema } = place;
  await between(writersTurn, async (lease) => {
    const known = await lease.get("SELECT 1 FROM pg_namespace WHERE nspname = ?", schema);
    if (known === undefined) await lease.script(`CREATE SCHEMA "${schema}"`);
    await lease.script("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)");
  });
  await migrate(describePlace(place), POSTGRES, {
    version: () => between(writersTurn, version),
    advance: (next, script) =>
      between(writersTurn, async (lease) => {
        if ((await version(lease)) >= next) return;
        await lease.script(script);
        await lease.script("DELETE FROM schema_version");
        await lease.run("INSERT INTO schema_version (version) VALUES (?)", next);
      }),
  });
}

async function version(session: SqlSession): Promise<number> {
  return Number((await session.get("SELECT version FROM schema_version"))?.version ?? 0);
}
