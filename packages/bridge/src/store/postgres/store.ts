import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import type { TaskLock } from "../../ports/task-lock.ts";
import { sqlStore } from "../sql/store.ts";
import { openPostgres } from "./driver.ts";
import { createMessenger } from "./messenger.ts";
import { channelOf, type PostgresPlace } from "./settings.ts";
import { openStandingConnection, type StandingConnection } from "./standing.ts";
import { postgresLock } from "./task-lock.ts";

/**
 * A store that several processes of one node share: a schema in a PostgreSQL database; with the lock that tells them
 * apart.
 *
 * @throws StoreUnavailableError, StoreInterruptedError, StoreTooNewError
 */
export async function postgresStore({
  clock,
  ...place
}: PostgresPlace & { clock: Pick<Clock, "now"> }): Promise<{ store: Store; lock: TaskLock }> {
  const db = await openPostgres(place);
  let standing: StandingConnection | undefined;
  const messenger = createMessenger(async (payload) =>
    standing?.ask(`SELECT pg_notify('${channelOf(place.schema)}', '${payload}')`),
  );
  try {
    standing = await openStandingConnection(place, messenger);
  } catch (error) {
    await db.close();
    throw error;
  }
  const { announce, listen } = messenger;
  const store = sqlStore(db, clock, { announce, listen, close: standing.close });
  return { store, lock: postgresLock(place.schema, standing) };
}
