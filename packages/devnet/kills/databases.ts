import { startPostgres, type TestPostgres } from "@ryugu/test-postgres";
import { PARTNERS } from "../src/zone/plan.ts";

/** Every partner's own PostgreSQL, by the partner's slug. */
export type Databases = ReadonlyMap<string, TestPostgres>;

/** Nothing outlives the machine here, so nothing waits for the disk; a server that is killed keeps what it wrote. */
const SETTINGS = { fsync: "off", max_connections: "150" };

/** Starts a PostgreSQL for each partner. Whoever starts them removes them. */
export async function startDatabases(): Promise<Databases> {
  const servers = await Promise.all(PARTNERS.map(() => startPostgres(SETTINGS)));
  return new Map(PARTNERS.map(({ slug }, i) => [slug, servers[i] as TestPostgres]));
}

/** Ends them and removes what they wrote. */
export async function removeDatabases(databases: Databases): Promise<void> {
  await Promise.all([...databases.values()].map((server) => server.remove()));
}
