import { MIGRATIONS } from "./migrations/index.ts";

/** What a database says of itself to somebody who only looks. */
export interface Inspection {
  /** How many migrations it has been through; undefined where there is no database yet. */
  version: number | undefined;
  /** Whose it is, once a node has begun with it. */
  owner?: { zone: string; partner: string };
}

/** The version that this release's databases have. */
export const RELEASE_VERSION = MIGRATIONS.length;

/** The version from which on a database says whose it is. */
export const OWNED_SINCE = 8;

export const OWNER_QUERY = "SELECT zone, partner FROM owner";

/** The owner's row as a column of an inspection. */
export function ownerOf(
  row: Readonly<Record<string, unknown>> | undefined,
): Pick<Inspection, "owner"> {
  return row === undefined ? {} : { owner: { zone: `${row.zone}`, partner: `${row.partner}` } };
}
