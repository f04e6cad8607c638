import type { SqlSession } from "./database.ts";
import { number } from "./rows.ts";

export async function readWebhookCursor(db: SqlSession, name: string): Promise<number | undefined> {
  const row = await db.get("SELECT event FROM webhook_cursor WHERE name = ?", name);
  return row && number(row, "event");
}

/** Never goes back: a process that was replaced may still write. */
export async function saveWebhookCursor(
  db: SqlSession,
  name: string,
  event: number,
): Promise<void> {
  await db.run(
    `INSERT INTO webhook_cursor (name, event) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET event = excluded.event
     WHERE excluded.event > webhook_cursor.event`,
    name,
    event,
  );
}
