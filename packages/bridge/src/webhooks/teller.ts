import type { TransferStatus, WebhookMessage } from "@ryugu/sdk/transfer";
import { restartDelay } from "../domain/supervision.ts";
import type { TransferEvent } from "../ports/api-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { WebhookStore } from "../ports/webhook-store.ts";
import type { WebhookEndpoint } from "../ports/webhooks.ts";
import { isWanted, type WebhookFilter } from "./filter.ts";

/** Tells one endpoint what changed, in order, at least once. */
export interface Teller {
  /** @returns whether there is more to do at once */
  tick(): Promise<boolean>;
}

export interface TellerContext {
  store: WebhookStore;
  endpoint: WebhookEndpoint;
  filter: WebhookFilter;
  clock: Clock;
  report: Report;
}

const PAGE = 64;
/** After a failure, in milliseconds: doubled with each one in a row. */
const BACKOFF = { first: 1_000, most: 15 * 60_000 };

/**
 * Makes the teller of one endpoint. Where it stands is durable; a message that was taken but not noted before a crash is
 * told again, with the same id. An endpoint that does not answer is left alone for longer and longer: that is its own
 * trouble, not the node's.
 */
export function createTeller({ store, endpoint, filter, clock, report }: TellerContext): Teller {
  const { name } = endpoint;
  let failures = 0;
  let notBefore = 0;

  const tell = async (id: string, message: Omit<WebhookMessage, "timestamp">) => {
    const timestamp = new Date(clock.now()).toISOString();
    await endpoint.send({ id, body: JSON.stringify({ ...message, timestamp }) });
    report({ type: "webhook-told", webhook: name });
  };

  /** Where the endpoint stands; a new one begins now. */
  const cursor = async (): Promise<number> => {
    const known = await store.webhookCursor(name);
    if (known !== undefined) return known;
    const newest = await store.lastEvent();
    await store.saveWebhookCursor(name, newest);
    return newest;
  };

  /** What was forgotten while the endpoint was away is admitted. @returns where what is kept begins */
  const skipLost = async (after: number): Promise<number> => {
    const first = await store.firstEvent();
    if (first <= after + 1) return after;
    const data = { after, before: first };
    await tell(`lost-${after}-${first}`, { type: "events.lost", data });
    await store.saveWebhookCursor(name, first - 1);
    return first - 1;
  };

  /** A message that moved several times is told once, as it stands. */
  const tellPage = async (page: readonly TransferEvent[]) => {
    const newest = new Map(page.map(({ messageId, id }) => [messageId, id]));
    for (const { id, messageId } of page) {
      const status = newest.get(messageId) === id ? await store.transfer(messageId) : undefined;
      if (status !== undefined && isWanted(filter, status)) await tellTransfer(id, status);
    }
    const last = page.at(-1);
    if (last !== undefined) await store.saveWebhookCursor(name, last.id);
  };

  const tellTransfer = async (event: number, data: TransferStatus) => {
    await tell(`${data.messageId.slice(2, 18)}-${event}`, { type: "transfer.changed", data });
    await store.saveWebhookCursor(name, event);
  };

  return {
    async tick() {
      if (clock.now() < notBefore) return false;
      try {
        const page = await store.events(await skipLost(await cursor()), PAGE);
        await tellPage(page);
        if (failures > 0) report({ type: "webhook-recovered", webhook: name });
        failures = 0;
        return page.length === PAGE;
      } catch (error) {
        failures += 1;
        const retryInMs = restartDelay(failures, BACKOFF);
        notBefore = clock.now() + retryInMs;
        report({ type: "webhook-failed", webhook: name, error, failures, retryInMs });
        return false;
      }
    },
  };
}
