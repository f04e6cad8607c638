import { timingSafeEqual } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type ErrorJson, RyuguError } from "@ryugu/sdk/errors";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import { SignerUnavailableError, SigningRefusedError } from "../errors.ts";
import {
  HEALTH_PATH,
  MAX_SIGNING_REQUEST,
  SIGN_PATH,
  type SigningRequest,
  signingRequestSchema,
} from "../wire.ts";
import { type SigningContext, signRequest } from "./sign.ts";

/** Where a signer listens: a socket that only its user can open, or a port. */
export type SignerAddress =
  | { socket: string }
  | { host: string; port: number; tls?: { certificate: string; key: string } };

export interface SignerServiceOptions extends SigningContext {
  address: SignerAddress;
  /** What callers must know; only a socket may go without. */
  token: string | undefined;
  onSigned(request: SigningRequest): void;
  onRefused(error: unknown, request: SigningRequest | undefined): void;
}

/** A signer that answers. */
export interface SignerService {
  /** The port, where it has one. */
  port: number | undefined;
  stop(): Promise<void>;
}

const LIMITS = { connections: 64, headers: 5_000, request: 10_000, keepAlive: 30_000 };
const [OK, BAD_REQUEST, UNAUTHORIZED, NOT_FOUND, TOO_LARGE, REFUSED, UNAVAILABLE] = [
  200, 400, 401, 404, 413, 422, 503,
];

/** Serves a validator's signatures to its node, over a socket or a port. Whoever starts it stops it. */
export async function startSigner(options: SignerServiceOptions): Promise<SignerService> {
  const { address } = options;
  const handler = (question: IncomingMessage, answer: ServerResponse) => {
    handle(options, question, answer).catch(() => answer.destroy());
  };
  const tls = "tls" in address ? address.tls : undefined;
  const server =
    tls === undefined
      ? createServer(handler)
      : createTlsServer({ cert: tls.certificate, key: tls.key }, handler);
  server.maxConnections = LIMITS.connections;
  server.headersTimeout = LIMITS.headers;
  server.requestTimeout = LIMITS.request;
  server.keepAliveTimeout = LIMITS.keepAlive;
  await listen(server, address);
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : undefined,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, address: SignerAddress): Promise<void> {
  const at = "socket" in address ? { path: address.socket } : address;
  // A socket of a process that was killed is still there; the guard's lock says that nobody uses it.
  if ("socket" in address) rmSync(address.socket, { force: true });
  const mask = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(at, () => resolve());
    });
  } catch (cause) {
    throw new SignerUnavailableError("The signer cannot listen at its address.", {
      cause,
      details: [cause instanceof Error ? cause.message : String(cause)],
    });
  } finally {
    process.umask(mask);
  }
  if ("socket" in address) chmodSync(address.socket, 0o600);
}

async function handle(
  options: SignerServiceOptions,
  question: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const say = (status: number, body: object) =>
    answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const isHealth = question.method === "GET" && question.url === HEALTH_PATH;
  if (isHealth) {
    say(OK, { status: "ok", validator: options.key.account, zoneId: options.zoneId });
    return;
  }
  if (question.method !== "POST" || question.url !== SIGN_PATH) {
    say(NOT_FOUND, problem("not-found", "There is nothing here."));
    return;
  }
  if (!isKnown(options.token, question.headers.authorization)) {
    say(UNAUTHORIZED, problem("unauthorized", "The token is missing or wrong."));
    return;
  }
  const text = await readText(question);
  if (text === undefined) {
    say(TOO_LARGE, problem("too-large", "The request is too large."));
    question.destroy();
    return;
  }
  await answerRequest(options, text, say);
}

async function answerRequest(
  options: SignerServiceOptions,
  text: string,
  say: (status: number, body: object) => void,
): Promise<void> {
  let request: SigningRequest | undefined;
  try {
    const json = parseJson(text, MAX_SIGNING_REQUEST);
    request = parseShape(signingRequestSchema, json, "The request");
    const signature = await signRequest(options, request);
    options.onSigned(request);
    say(OK, { signature });
  } catch (error) {
    options.onRefused(error, request);
    say(statusOf(error), { error: errorJson(error) });
  }
}

function statusOf(error: unknown): number {
  if (error instanceof SigningRefusedError) return REFUSED;
  return error instanceof SignerUnavailableError ? UNAVAILABLE : BAD_REQUEST;
}

const problem = (code: string, message: string) => ({ error: { code, message, details: [] } });

function errorJson(error: unknown): Pick<ErrorJson, "code" | "message" | "details"> {
  if (!(error instanceof RyuguError))
    return { code: "internal", message: "The signer failed.", details: [] };
  const { code, message, details } = error.toJSON();
  return { code, message, details };
}

/** Compares in a time that tells nothing of the token. */
function isKnown(token: string | undefined, header: string | undefined): boolean {
  if (token === undefined) return true;
  const [expected, given] = [Buffer.from(`Bearer ${token}`), Buffer.from(header ?? "")];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

async function readText(question: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of question) {
    size += chunk.length;
    if (size > MAX_SIGNING_REQUEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
