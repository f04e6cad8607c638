import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { sqlStore } from "../sql/store.ts";
import { openSqlite } from "./driver.ts";

export interface SqliteStoreOptions {
  /** A file, or `:memory:`. */
  path: string;
  clock: Pick<Clock, "now">;
}

/**
 * The embedded store: one SQLite file, for one process.
 *
 * @throws StoreUnavailableError, StoreLockedError, StoreCorruptError, StoreTooNewError
 */
export async function sqliteStore({ path, clock }: SqliteStoreOptions): Promise<Store> {
  return sqlStore(await openSqlite(path), clock);
}
