import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { type DeskKey, deskAddress, readDeskAddress } from "../../sim/desk/desk-address.ts";
import type { DeskNews } from "../../sim/desk/desk-book.ts";
import { type Desk, deskAnswer } from "../../sim/protocol/http.ts";
import { openEventStream } from "../event-stream.ts";
import { askPlatform, askText, platformPath } from "../world/ask-platform.ts";

const KEPT = "ryugu.desk";
/** The server says something at least this often. */
const SILENCE = 60_000;
const MAX_EVENT = 64_000;

/**
 * The desk's key, from the address, and from then on from this tab alone: an address bar is seen by whoever looks
 * over a shoulder, and kept in a history.
 */
export function takeDeskKey(): DeskKey | undefined {
  const fresh = readDeskAddress(location.hash);
  if (fresh !== undefined) {
    history.replaceState(null, "", location.pathname);
    try {
      sessionStorage.setItem(KEPT, deskAddress(fresh));
    } catch {
      // A tab that keeps nothing asks for the address again when it is loaded again.
    }
    return fresh;
  }
  try {
    return readDeskAddress(sessionStorage.getItem(KEPT) ?? "");
  } catch {
    return undefined;
  }
}

/** Everything on the desk now. Throws PlatformRefusedError, PlatformUnreachableError. */
export const readDesk = ({ slug, token }: DeskKey, signal: AbortSignal): Promise<Desk> =>
  askPlatform(location.origin, `/desk/${slug}`, deskAnswer, { token, signal });

/** Speaks at the booth. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function sayAtBooth({ slug, token }: DeskKey, text: string): Promise<void> {
  await askText(location.origin, `/desk/${slug}/talk`, { token, body: { text } });
}

const eventSchemas = {
  application: deskAnswer.shape.applications.def.element,
  withdrawal: z.object({ id: z.string().check(z.maxLength(66)) }),
  talk: deskAnswer.shape.talk.def.element,
} as const;

/**
 * What happens at the desk, as it happens; first, once it is listening, nothing.
 *
 * @throws NodeUnavailableError when the stream ends
 */
export async function* followDesk(
  { slug, token }: DeskKey,
  signal: AbortSignal,
): AsyncGenerator<DeskNews[], never> {
  const url = platformPath(location.origin, `/desk/${slug}/events`);
  const headers = { authorization: `Bearer ${token}` };
  const events = await openEventStream(url, signal, SILENCE, headers);
  yield [];
  for (;;) {
    const { value } = await events.next();
    const news = value.map(readNews).filter((one) => one !== undefined);
    if (news.length > 0) yield news;
  }
}

function readNews({ event, data }: { event: string; data: string }): DeskNews | undefined {
  const read = <T>(schema: z.ZodMiniType<T>) =>
    parseShape(schema, parseJson(data, MAX_EVENT), "The event");
  try {
    if (event === "application") {
      return { kind: "application", application: read(eventSchemas.application) };
    }
    if (event === "withdrawal") return { kind: "withdrawal", id: read(eventSchemas.withdrawal).id };
    if (event === "talk") return { kind: "talk", line: read(eventSchemas.talk) };
  } catch {
    // What makes no sense is seen when the desk is read again.
  }
  return undefined;
}
