import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Inspection, OWNED_SINCE, OWNER_QUERY, ownerOf } from "../sql/inspection.ts";
import { asStoreError } from "./failures.ts";

/**
 * Looks at a database file, and changes nothing.
 *
 * @throws StoreLockedError while a node has it, StoreUnavailableError, StoreCorruptError
 */
export function inspectSqlite(path: string): Inspection {
  if (path === ":memory:" || !existsSync(path)) return { version: undefined };
  try {
    const connection = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    try {
      const version = Number(connection.prepare("PRAGMA user_version").get()?.user_version ?? 0);
      const owner = version < OWNED_SINCE ? undefined : connection.prepare(OWNER_QUERY).get();
      return { version, ...ownerOf(owner) };
    } finally {
      connection.close();
    }
  } catch (error) {
    throw asStoreError(path, error);
  }
}
