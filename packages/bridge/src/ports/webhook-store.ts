import type { ApiStore } from "./api-store.ts";

/** Kept by the webhooks. */
export interface WebhookStore extends Pick<ApiStore, "events" | "lastEvent" | "transfer"> {
  /** The event up to which an endpoint was told everything; undefined for one that is new. */
  webhookCursor(name: string): Promise<number | undefined>;
  /** Moves an endpoint on; never back. */
  saveWebhookCursor(name: string, event: number): Promise<void>;
  /** The oldest event that is kept; 0 where there is none. */
  firstEvent(): Promise<number>;
}
