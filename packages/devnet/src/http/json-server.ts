import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { RyuguError } from "@ryugu/sdk/errors";
import { parseJson } from "@ryugu/sdk/primitives";
import { LocalServer } from "../chain/local-server.ts";

/** A question to a {@link jsonServer}. */
export interface JsonQuestion {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** Whose token it came with; undefined without a token that is known. */
  readonly caller: string | undefined;
  /** The body as it came, at most {@link MAX_BODY} bytes. */
  readonly body: string;
}

/** An answer: bytes as they are, everything else as JSON, bigints as decimal text. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What a server is made of. */
export interface JsonServerOptions {
  readonly port: number;
  /** Tokens by the name of who has them. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly handle: (question: JsonQuestion) => Promise<JsonAnswer>;
  /** The status that an error is answered with; 500 where undefined. */
  readonly statusOf: (error: RyuguError) => number | undefined;
}

/** The longest body that is read. */
export const MAX_BODY = 16_384;
const INVALID: ReadonlySet<string> = new Set(["invalid-shape", "invalid-json", "invalid-hex"]);

/** A small JSON API that only this machine reaches. Errors are answered with their code, never with a stack. */
export function jsonServer(options: JsonServerOptions): LocalServer {
  return new LocalServer(options.port, async (request, response) => {
    const answer = await answerTo(request, options).catch((error: unknown) =>
      refusal(error, options),
    );
    write(response, answer);
  });
}

/** An answer that refuses, for what has no error class of its own. */
export function refuse(status: number, code: string, message: string): JsonAnswer {
  return { status, body: { code, message } };
}

async function answerTo(request: IncomingMessage, options: JsonServerOptions) {
  const url = new URL(request.url ?? "/", "http://localhost");
  const body = await readBody(request);
  if (body === undefined) return refuse(413, "body-too-large", "The body is too large.");
  return options.handle({
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    header: (name) => request.headers[name]?.toString(),
    caller: callerOf(request.headers.authorization, options.tokens),
    body,
  });
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MAX_BODY) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function callerOf(header: string | undefined, tokens: JsonServerOptions["tokens"]) {
  const given = Buffer.from(/^Bearer (.{1,512})$/.exec(header ?? "")?.[1] ?? "");
  const [name] =
    Object.entries(tokens).find(([, token]) => {
      const known = Buffer.from(token);
      return known.length === given.length && timingSafeEqual(known, given);
    }) ?? [];
  return name;
}

function refusal(error: unknown, { statusOf }: JsonServerOptions): JsonAnswer {
  if (!(error instanceof RyuguError)) {
    return refuse(500, "internal-error", "It failed in a way that the one who asked cannot help.");
  }
  const status = INVALID.has(error.code) ? 400 : (statusOf(error) ?? 500);
  const { reason, field } = error as { reason?: unknown; field?: unknown };
  return { status, body: { ...error.toJSON(), reason, field } };
}

function write(response: ServerResponse, { status, body }: JsonAnswer): void {
  if (body instanceof Uint8Array) {
    response.writeHead(status, { "content-type": "application/octet-stream" }).end(body);
    return;
  }
  const text = JSON.stringify(body, (_, value) => (typeof value === "bigint" ? `${value}` : value));
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}

/** A body's JSON. Throws InvalidJsonError. */
export function jsonOf({ body }: JsonQuestion) {
  return parseJson(body, MAX_BODY);
}
