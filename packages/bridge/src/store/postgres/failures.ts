import { RyuguError } from "@ryugu/sdk/errors";
import {
  StoreCorruptError,
  StoreFullError,
  StoreInterruptedError,
  StoreUnavailableError,
} from "../errors.ts";

/**
 * SQLSTATEs, or their classes, after which the same work may succeed later: the server goes down, comes up or has too
 * much to do, or another process was in the way. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PASSING = ["08", "40", "53", "55P03", "57", "0A000", "25P03", "25P04"];
const DISK_FULL = ["53100", "58030"];
const DAMAGED = "XX00";
/** Wrong password, no such database, no permission. */
const REFUSED = ["28", "3D", "42501"];

const starts = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => code.startsWith(prefix));

/** The server's own code for what went wrong; undefined where the connection failed. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Names what went wrong in words that an operator can act on. What the URL says to log in is never repeated. */
export function asStoreError(place: string, cause: unknown): unknown {
  if (cause instanceof RyuguError || !(cause instanceof Error)) return cause;
  const details = [`Database: ${place}`, `It says: ${cause.message || String(cause)}`];
  const options = { cause, details };
  const code = sqlState(cause);
  if (code === undefined)
    return new StoreInterruptedError("The node's database does not answer.", options);
  if (starts(code, DISK_FULL))
    return new StoreFullError("The database server has no room to write.", options);
  if (starts(code, PASSING))
    return new StoreInterruptedError("The node's database could not do it now.", options);
  if (starts(code, REFUSED))
    return new StoreUnavailableError("The node's database cannot be opened or written.", options);
  if (code.startsWith(DAMAGED) && code !== "XX000")
    return new StoreCorruptError("The node's database is damaged.", options);
  return cause;
}
