import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, jsonAnswer } from "./answer.ts";
import { RequestRefusedError, WorldServerError } from "./errors.ts";
import { answerRequest, type WorldParts } from "./routes.ts";
import { COMMON_HEADERS } from "./security-headers.ts";

/** A running world server. */
export interface WorldServer {
  /** Where the page is: `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

const MAX_URL = 2_048;
const MAX_HEADERS = 16_384;
const MAX_CONNECTIONS = 512;
const REQUEST_TIMEOUT = 10_000;

const METHOD_NOT_ALLOWED = 405;
const URI_TOO_LONG = 414;
const INTERNAL = 500;

/**
 * Starts a world server.
 *
 * @throws WorldServerError when the port is taken
 */
export async function startWorldServer(
  parts: WorldParts,
  { host, port }: { host: string; port: number },
): Promise<WorldServer> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      requestTimeout: REQUEST_TIMEOUT,
      headersTimeout: REQUEST_TIMEOUT,
    },
    (request, response) => {
      void answer(parts, request).then((given) => write(given, request, response));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === "EADDRINUSE";
      reject(
        new WorldServerError(
          taken ? `Port ${port} is taken.` : `The server cannot listen on ${host}:${port}.`,
          { cause, details: taken ? ["Stop who uses it, or name another port."] : [] },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

async function answer(parts: WorldParts, request: IncomingMessage): Promise<Answer> {
  try {
    return await answerRequest(parts, {
      path: readPath(request),
      acceptEncoding: String(request.headers["accept-encoding"] ?? ""),
      ifNoneMatch: String(request.headers["if-none-match"] ?? ""),
    });
  } catch (error) {
    if (error instanceof RequestRefusedError) return jsonAnswer(error.status, { error });
    // The reason stays here: it may name files of this machine.
    return jsonAnswer(INTERNAL, {
      error: new RequestRefusedError(INTERNAL, "The world server failed to answer."),
    });
  }
}

function readPath({ method, url = "/" }: IncomingMessage): string {
  if (method !== "GET" && method !== "HEAD") {
    throw new RequestRefusedError(METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
  }
  if (url.length > MAX_URL) throw new RequestRefusedError(URI_TOO_LONG, "The address is too long.");
  return url.replace(/[?#].*$/s, "");
}

function write(given: Answer, request: IncomingMessage, response: ServerResponse): void {
  const headers: Record<string, string> = { ...COMMON_HEADERS, ...given.headers };
  if (given.status === METHOD_NOT_ALLOWED) {
    headers.allow = "GET, HEAD";
    // What the request carries is not read; the connection cannot be used again.
    headers.connection = "close";
  }
  response.writeHead(given.status, { ...headers, "content-length": String(given.body.length) });
  response.end(request.method === "HEAD" ? undefined : given.body);
}
