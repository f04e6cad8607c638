import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { sqlStore } from "../sql/store.ts";
import { openPostgres } from "./driver.ts";
import type { PostgresPlace } from "./settings.ts";

/**
 * A store that several processes of one node share: a schema in a PostgreSQL database.
 *
 * @throws StoreUnavailableError, StoreInterruptedError, StoreTooNewError
 */
export async function postgresStore(
  place: PostgresPlace & { clock: Pick<Clock, "now"> },
): Promise<Store> {
  return sqlStore(await openPostgres(place), place.clock);
}
