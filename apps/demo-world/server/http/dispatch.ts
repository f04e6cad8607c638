import type { IncomingMessage } from "node:http";
import { InvalidJsonError, InvalidShapeError } from "@ryugu/sdk/primitives";
import { type Answer, jsonAnswer, type StreamAnswer } from "../answer.ts";
import { RequestRefusedError } from "../errors.ts";
import { errorFields, type Log } from "../log.ts";
import { readBytes, readJson } from "./body.ts";
import { AnswerableError, TooOftenError } from "./errors.ts";
import { type AllowedOrigins, checkOrigin, corsHeaders, PREFLIGHT_HEADERS } from "./origins.ts";
import { createRateLimiter } from "./rate-limit.ts";
import type { Handler, Session, WorldRequest } from "./request.ts";
import { createRouter, type Route } from "./route.ts";

/** What requests are answered with. */
export interface DispatchParts {
  readonly routes: readonly Route[];
  /** Answers what no route knows, for GET and HEAD: the page's files. */
  readonly fallback: Handler;
  readonly origins: AllowedOrigins;
  /** The session that a token stands for. */
  readonly findSession: (token: string) => Session | undefined;
  readonly now: () => number;
  readonly log: Log;
}

/** Answers one request, whatever it is. */
export type Dispatch = (request: IncomingMessage) => Promise<Answer | StreamAnswer>;

const MAX_URL = 2_048;
const MAX_TOKEN = 512;
const BAD_REQUEST = 400;
const METHOD_NOT_ALLOWED = 405;
const URI_TOO_LONG = 414;
const INTERNAL = 500;

/** Puts routes, sessions, origins and limits together. */
export function createDispatch(parts: DispatchParts): Dispatch {
  const router = createRouter(parts.routes);
  const limiter = createRateLimiter();

  async function handle(request: IncomingMessage): Promise<Answer | StreamAnswer> {
    const { path, query } = readUrl(request);
    const method = request.method ?? "GET";
    const match = router.find(method, path);
    if (match === undefined || "allowed" in match) {
      const allowed = match?.allowed ?? ["GET"];
      if (match === undefined && isRead(method)) {
        return parts.fallback(toRequest(request, path, query, {}, undefined));
      }
      return methodRefused(allowed);
    }
    const { route, params } = match;
    const session = parts.findSession(readBearer(request) ?? "");
    const given = toRequest(request, path, query, params, session);
    if (route.limit !== undefined) {
      const key = `${route.method} ${route.path} ${session?.id ?? given.ip}`;
      const wait = limiter.take(key, route.limit, parts.now());
      if (wait !== undefined) throw new TooOftenError(wait);
    }
    return route.handle(given);
  }

  return async (request) => {
    const origin = request.headers.origin ?? "";
    const allowed = await parts.origins.list();
    const answer = await (async () => {
      if (request.method === "OPTIONS") return preflight(origin, allowed);
      if (!isRead(request.method ?? "GET")) checkOrigin(origin, allowed);
      return handle(request);
    })().catch((error: unknown) => errorAnswer(error, request, parts.log));
    const vary = [answer.headers.vary, "origin"].filter(Boolean).join(", ");
    return { ...answer, headers: { ...answer.headers, ...corsHeaders(origin, allowed), vary } };
  };
}

const isRead = (method: string) => method === "GET" || method === "HEAD";

function preflight(origin: string, allowed: readonly string[]): Answer {
  if (origin === "") return methodRefused(["GET"]);
  checkOrigin(origin, allowed);
  return { status: 204, headers: PREFLIGHT_HEADERS, body: new Uint8Array() };
}

function methodRefused(methods: readonly string[]): Answer {
  const allowed = [...new Set(methods.flatMap((m) => (m === "GET" ? ["GET", "HEAD"] : [m])))];
  const list = allowed.join(", ");
  const error = new RequestRefusedError(METHOD_NOT_ALLOWED, `Only ${list} are answered here.`);
  const answer = jsonAnswer(error.status, { error });
  return { ...answer, headers: { ...answer.headers, allow: list } };
}

function errorAnswer(error: unknown, request: IncomingMessage, log: Log): Answer {
  if (error instanceof AnswerableError) {
    const answer = jsonAnswer(error.status, { error });
    if (!(error instanceof TooOftenError)) return answer;
    return { ...answer, headers: { ...answer.headers, "retry-after": String(error.retryAfter) } };
  }
  if (error instanceof InvalidJsonError || error instanceof InvalidShapeError) {
    return jsonAnswer(BAD_REQUEST, { error });
  }
  log("request-failed", { method: request.method ?? "", ...errorFields(error) });
  // The reason stays here: it may name files of this machine.
  return jsonAnswer(INTERNAL, {
    error: new RequestRefusedError(INTERNAL, "The world server failed to answer."),
  });
}

function readUrl({ url = "/" }: IncomingMessage): { path: string; query: URLSearchParams } {
  if (url.length > MAX_URL) throw new RequestRefusedError(URI_TOO_LONG, "The address is too long.");
  const [path = "/", query = ""] = url.replace(/#.*$/s, "").split(/\?(.*)/s, 2);
  return { path, query: new URLSearchParams(query) };
}

function readBearer(request: IncomingMessage): string | undefined {
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.authorization ?? "")?.[1];
  return token !== undefined && token.length <= MAX_TOKEN ? token : undefined;
}

function toRequest(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  params: Readonly<Record<string, string>>,
  session: Session | undefined,
): WorldRequest {
  return {
    method: request.method ?? "GET",
    path,
    params,
    query,
    session,
    bearer: readBearer(request),
    ip: request.socket.remoteAddress ?? "",
    header: (name) => String(request.headers[name] ?? ""),
    body: (most) => readJson(request, most),
    bytes: (most) => readBytes(request, most),
  };
}
