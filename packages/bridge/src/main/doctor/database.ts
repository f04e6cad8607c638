import { RyuguError } from "@ryugu/sdk/errors";
import type { NodeConfig } from "../../config/schema.ts";
import { inspectPostgres } from "../../store/postgres/inspect.ts";
import { describePlace } from "../../store/postgres/settings.ts";
import { type Inspection, RELEASE_VERSION } from "../../store/sql/inspection.ts";
import { inspectSqlite } from "../../store/sqlite/inspect.ts";
import { postgresPlace } from "../open-store.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** The oldest PostgreSQL that has everything that a node asks of it. */
const OLDEST_SERVER = 14;

/** Looks whose the database is, and whether its tables are this release's. Changes nothing. */
export async function examineDatabase(
  config: Readonly<NodeConfig>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> {
  const { database } = config;
  try {
    return typeof database === "string"
      ? [...about(database, inspectSqlite(database), config)]
      : await examineServer(await postgresPlace(database, environment), config);
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    if (error.code === "store-locked") return [good("the database is open in a node that runs")];
    return [bad(reasonOf(error), `See docs/reference/errors/${error.code}.md`)];
  }
}

async function examineServer(
  place: Parameters<typeof inspectPostgres>[0],
  config: Readonly<NodeConfig>,
): Promise<Finding[]> {
  const found = await inspectPostgres(place);
  const name = describePlace(place);
  const findings: Finding[] = [];
  if (found.server < OLDEST_SERVER)
    findings.push(bad(`the server is PostgreSQL ${found.server}; ${OLDEST_SERVER} is needed`));
  if (found.version === undefined && !found.mayCreate) {
    const advice = `Make the schema for it: CREATE SCHEMA ${place.schema} AUTHORIZATION …`;
    findings.push(bad("the user may not make the schema, and it is not there", advice));
  }
  return [...findings, ...about(name, found, config)];
}

function about(
  place: string,
  { version, owner }: Inspection,
  { partner, manifest }: Readonly<NodeConfig>,
): Finding[] {
  if (version === undefined) return [good(`${place}: not there yet, the first start makes it`)];
  const findings = [ofRelease(place, version)];
  if (owner === undefined || (owner.zone === manifest.zoneId && owner.partner === partner))
    return findings;
  const whose = `${place} is another node's: ${owner.partner}'s, in the zone ${owner.zone}`;
  return [...findings, bad(whose, "Never share a database: name an empty one.")];
}

function ofRelease(place: string, version: number): Finding {
  const text = `${place}: its tables are of version ${version}, this release's of ${RELEASE_VERSION}`;
  if (version === RELEASE_VERSION) return good(text);
  if (version < RELEASE_VERSION) {
    return warn(
      text,
      "The next start brings them up to date. Make an export before, with the release that runs now.",
    );
  }
  const advice =
    "A newer release wrote it: start that one, or restore the export that was made before the upgrade.";
  return bad(text, advice);
}
