import type { Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { ApiStore, TransferEvent } from "../ports/api-store.ts";

/** Events as they are written to a listener. */
export interface StreamPage {
  /** What to write; empty where nothing in these events concerns the listener. */
  text: Buffer;
  /** The event after which the next page begins. */
  last: number;
  /** Whether there may be more now. */
  full: boolean;
}

/** Reads pages of events for many listeners: what they have in common is read and written out once. */
export interface StreamPages {
  /** Events after one, of all messages or of one. */
  after(after: number, messageId?: Hex): Promise<StreamPage>;
  /** Only events of one message, however far back they are. */
  ownAfter(after: number, messageId: Hex): Promise<StreamPage>;
}

/** Events in one page; a listener that does not read costs one page of memory. */
const PAGE = 64;
const NOTHING = Buffer.alloc(0);

/** Makes the pages of one round: what is read in it is not read again. */
export function streamPages(
  store: Pick<ApiStore, "events" | "lastEvent" | "transfer">,
): StreamPages {
  const events = new Map<number, TransferEvent[]>();
  const texts = new Map<string, Buffer>();
  const statuses = new Map<string, TransferStatus | undefined>();

  const frame = async (messageId: Hex, id: number): Promise<Buffer> => {
    if (!statuses.has(messageId)) statuses.set(messageId, await store.transfer(messageId));
    const status = statuses.get(messageId);
    return status === undefined ? NOTHING : Buffer.from(eventText(status, id));
  };

  /** A message that moved several times is told once, as it stands, by its newest event. */
  const write = async (page: readonly TransferEvent[]): Promise<Buffer> => {
    const newest = new Map(page.map(({ messageId, id }) => [messageId, id]));
    const frames: Buffer[] = [];
    for (const [messageId, id] of [...newest].sort((a, b) => a[1] - b[1]))
      frames.push(await frame(messageId, id));
    return Buffer.concat(frames);
  };

  return {
    async after(after, messageId) {
      const page = events.get(after) ?? (await store.events(after, PAGE));
      events.set(after, page);
      const own =
        messageId === undefined ? page : page.filter((one) => one.messageId === messageId);
      const key = `${after}/${messageId ?? "all"}`;
      const text = texts.get(key) ?? (await write(own));
      texts.set(key, text);
      return { text, last: page.at(-1)?.id ?? after, full: page.length === PAGE };
    },
    async ownAfter(after, messageId) {
      const newest = await store.lastEvent();
      const page = await store.events(after, PAGE, messageId);
      const full = page.length === PAGE;
      // Where there is no more, everything up to the newest event was looked through.
      const last = Math.max(page.at(-1)?.id ?? after, full ? 0 : newest);
      return { text: await write(page), last, full };
    },
  };
}

/** One server-sent event. */
export function eventText(status: TransferStatus, id: number): string {
  return `id: ${id}\nevent: transfer\ndata: ${JSON.stringify(status)}\n\n`;
}
