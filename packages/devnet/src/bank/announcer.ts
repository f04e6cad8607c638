import { createHmac } from "node:crypto";
import type { Database, Row } from "../database.ts";
import { drawn } from "./drawn.ts";
import type { BankFaults } from "./settings.ts";

/** Where a bank tells that a transfer moved. */
export interface BankWebhook {
  readonly url: string;
  /** `whsec_…`, as Standard Webhooks has it. */
  readonly secret: string;
}

/** Tells a webhook what is still to be told. */
export interface Announcer {
  /** Tells what it can; what was not taken is told again later, from where it stopped. */
  tick(): Promise<void>;
}

/** How long the webhook may take, and how long it is left alone after it failed, in milliseconds. */
const TIMEOUT = 2_000;
const PAUSE = 1_000;
const PAGE = 32;

/** Makes the announcer of a bank. Each word is told at least once, with the same id each time. */
export function createAnnouncer(
  database: Database,
  { url, secret }: BankWebhook,
  faults: BankFaults | undefined,
): Announcer {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  let notBefore = 0;

  const tell = async ({ id, key: transfer, state }: Row): Promise<boolean> => {
    const time = Math.floor(Date.now() / 1_000);
    const body = JSON.stringify({
      type: "transfer.changed",
      timestamp: new Date(time * 1_000).toISOString(),
      data: { key: transfer, state },
    });
    const signed = createHmac("sha256", key).update(`msg_${id}.${time}.${body}`).digest("base64");
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      body,
      headers: {
        "content-type": "application/json",
        "webhook-id": `msg_${id}`,
        "webhook-timestamp": `${time}`,
        "webhook-signature": `v1,${signed}`,
      },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await response.body?.cancel();
    return response.ok;
  };

  return {
    async tick() {
      if (Date.now() < notBefore) return;
      const untold = database.all(
        "SELECT id, key, state FROM announcements WHERE told = 0 ORDER BY id LIMIT ?",
        PAGE,
      );
      for (const row of inBadOrder(untold, faults)) {
        const isTold = await tell(row).catch(() => false);
        if (!isTold) {
          notBefore = Date.now() + PAUSE;
          return;
        }
        if (faults && drawn(faults.seed, "tellsTwice", Number(row.id)) < faults.tellsTwice) {
          await tell(row).catch(() => false);
        }
        database.run("UPDATE announcements SET told = 1 WHERE id = ?", row.id as bigint);
      }
    },
  };
}

/** The rows, turned round where the bank has a bad day. */
function inBadOrder(rows: Row[], faults: BankFaults | undefined): Row[] {
  const [first] = rows;
  if (faults === undefined || first === undefined) return rows;
  const turns = drawn(faults.seed, "tellsOutOfOrder", Number(first.id)) < faults.tellsOutOfOrder;
  return turns ? rows.toReversed() : rows;
}
