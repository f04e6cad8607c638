import * as z from "zod/mini";
import { parseJson, parseShape } from "../primitives/index.ts";
import { WebhookForgedError, WebhookStaleError } from "./errors.ts";
import { transferStatusSchema } from "./status.ts";

/** What a node tells a webhook: a transfer as it stands now, or that older changes were forgotten. */
export const webhookMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("transfer.changed"),
    /** When it was told first, ISO 8601. */
    timestamp: z.string(),
    data: transferStatusSchema,
  }),
  z.object({
    type: z.literal("events.lost"),
    timestamp: z.string(),
    /** The endpoint was away for so long that the node no longer keeps what changed. Ask its API instead. */
    data: z.object({ after: z.int(), before: z.int() }),
  }),
]);

/** What a node tells a webhook. */
export type WebhookMessage = z.output<typeof webhookMessageSchema>;

/** A webhook's request as it arrived. */
export interface WebhookRequest {
  /** Reads a header by its lower-case name, such as `(name) => request.headers.get(name)`. */
  header(name: string): string | null | undefined;
  /** The body as it came, byte for byte: parsed and written again it has another signature. */
  body: string;
}

/** How a webhook is verified. */
export interface VerifyWebhookOptions {
  /** Unix seconds now. */
  now: number;
  /** How far the request's time may be from `now`, in seconds. 300 unless told. */
  tolerance?: number;
}

const TOLERANCE = 300;
const MAX_BODY = 1_000_000;
const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]{32,128}={0,2})$/;

/**
 * Verifies that a webhook's request was signed with a secret, lately, and reads it. Offline. The scheme is
 * Standard Webhooks' (HMAC-SHA256). A message may come more than once: `id` tells which are the same.
 *
 * @param secrets - one `whsec_…` text, or several while one is being replaced
 * @throws WebhookForgedError when no signature fits, WebhookStaleError when it is too old or too new
 * @throws InvalidShapeError when what was signed is not a message of a node
 */
export async function verifyWebhook(
  secrets: string | readonly string[],
  request: WebhookRequest,
  options: VerifyWebhookOptions,
): Promise<{ id: string; message: WebhookMessage }> {
  const id = await verifyWebhookSignature(secrets, request, options);
  const message = parseShape(webhookMessageSchema, parseJson(request.body, MAX_BODY), "A webhook");
  return { id, message };
}

/**
 * The part of {@link verifyWebhook} that does not depend on what is told: for other senders of the same scheme.
 *
 * @returns the message's id
 * @throws WebhookForgedError, WebhookStaleError
 */
export async function verifyWebhookSignature(
  secrets: string | readonly string[],
  { header, body }: WebhookRequest,
  { now, tolerance = TOLERANCE }: VerifyWebhookOptions,
): Promise<string> {
  const [id, time, signatures] = ["id", "timestamp", "signature"].map((name) =>
    header(`webhook-${name}`),
  );
  if (!id || !time || !signatures || !/^[0-9]{1,12}$/.test(time))
    throw new WebhookForgedError("A webhook's headers are missing or malformed.");
  const signed = new TextEncoder().encode(`${id}.${time}.${body}`);
  const offered = signatures.split(" ").slice(0, 8);
  const fits = await Promise.all(
    [secrets].flat().flatMap((secret) => offered.map((one) => isSigned(secret, one, signed))),
  );
  if (!fits.includes(true))
    throw new WebhookForgedError("A webhook's signature does not fit any secret.");
  if (Math.abs(now - Number(time)) > tolerance) {
    const details = [`Signed at: ${time}`, `Now: ${now}`, `Tolerated: ${tolerance} seconds`];
    throw new WebhookStaleError("A webhook was signed too long ago, or in the future.", {
      details,
    });
  }
  return id;
}

/** WebCrypto compares in constant time. */
async function isSigned(secret: string, offered: string, signed: Uint8Array<ArrayBuffer>) {
  const [version, signature] = offered.split(",");
  const [, key] = SECRET.exec(secret) ?? [];
  if (key === undefined) throw new TypeError("A webhook's secret is `whsec_` and base64.");
  const bytes = version === "v1" ? fromBase64(signature ?? "") : undefined;
  const secretBytes = fromBase64(key);
  if (bytes === undefined || secretBytes === undefined) return false;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", secretBytes, algorithm, false, ["verify"]);
  return crypto.subtle.verify("HMAC", imported, bytes, signed);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
