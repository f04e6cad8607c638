import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { ZoneTrust } from "@ryugu/sdk/zone";
import type { Answer, StreamAnswer } from "./answer.ts";
import type { ContentReader } from "./content-route.ts";
import { WorldServerError } from "./errors.ts";
import { createDispatch } from "./http/dispatch.ts";
import { writeEvents } from "./http/event-stream.ts";
import type { AllowedOrigins } from "./http/origins.ts";
import type { Session } from "./http/request.ts";
import type { Route } from "./http/route.ts";
import type { Log } from "./log.ts";
import type { PageFiles } from "./page-files.ts";
import { baseRoutes, pageHandler } from "./routes.ts";
import { COMMON_HEADERS } from "./security-headers.ts";
import type { ZoneFile } from "./zone-file.ts";

/** What a platform offers beside the page. Without it the server shows the zone's page and nothing else. */
export interface PlatformParts {
  /** The platform's own address: pages that are asked for by number are sent there. */
  readonly publicUrl: string;
  readonly routes: readonly Route[];
  readonly origins: AllowedOrigins;
  readonly findSession: (token: string) => Session | undefined;
  readonly health: () => Readonly<Record<string, number | boolean>>;
  readonly sockets: Sockets;
  readonly log: Log;
}

/** Takes WebSocket connections over. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to everybody. */
  close(): Promise<void>;
}

/** What a world server is put together from. */
export interface WorldParts {
  readonly page: PageFiles;
  readonly zone: ZoneFile;
  readonly content: ContentReader;
  readonly trust: Readonly<ZoneTrust>;
  readonly platform?: PlatformParts;
}

/** A running world server. */
export interface WorldServer {
  /** Where the page is: `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

const MAX_HEADERS = 16_384;
const MAX_CONNECTIONS = 1_024;
const HEADERS_TIMEOUT = 10_000;
/** A large avatar over a slow line. */
const REQUEST_TIMEOUT = 120_000;
/** How long what a refused request still sends is taken and dropped, so that its sender reads the refusal. */
const LINGER = 2_000;

/**
 * Starts a world server.
 *
 * @throws WorldServerError when the port is taken
 */
export async function startWorldServer(
  parts: WorldParts,
  { host, port }: { host: string; port: number },
): Promise<WorldServer> {
  const { platform } = parts;
  const base = { ...parts, health: platform?.health ?? (() => ({})) };
  const dispatch = createDispatch({
    routes: [...baseRoutes(base), ...(platform?.routes ?? [])],
    fallback: pageHandler(base, platform?.publicUrl),
    origins: platform?.origins ?? { list: async () => [] },
    findSession: platform?.findSession ?? (() => undefined),
    now: Date.now,
    log: platform?.log ?? (() => undefined),
  });
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      requestTimeout: REQUEST_TIMEOUT,
      headersTimeout: HEADERS_TIMEOUT,
    },
    (request, response) => {
      void dispatch(request).then((given) => write(given, request, response));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  if (platform !== undefined) server.on("upgrade", platform.sockets.upgrade);
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await platform?.sockets.close();
      server.closeAllConnections();
      await closed;
    },
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

function write(
  given: Answer | StreamAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // Who asked has gone while the answer was made.
  if (response.destroyed) return;
  const headers: Record<string, string> = { ...COMMON_HEADERS, ...given.headers };
  if ("stream" in given) {
    response.writeHead(given.status, headers);
    if (request.method === "HEAD") response.end();
    else writeEvents(given, response);
    return;
  }
  const unread = !request.complete && request.method !== "GET" && request.method !== "HEAD";
  // What the request still carries is not read; the connection cannot be used again.
  if (unread) headers.connection = "close";
  const length = given.status === 204 ? {} : { "content-length": String(given.body.length) };
  response.writeHead(given.status, { ...headers, ...length });
  response.end(request.method === "HEAD" ? undefined : given.body);
  if (unread) linger(request);
}

/** Takes and drops the rest of a request for a moment: a connection that is cut at once loses the answer too. */
function linger(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), LINGER);
  request.once("error", () => undefined);
  request.once("close", () => clearTimeout(timer));
  request.resume();
}
