import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of a test, which can be killed and brought back at the same address. */
export interface TestServer {
  readonly url: string;
  /** Drops every connection and refuses new ones. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a server on a free port of this machine. */
export async function startTestServer(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  let server: Server | undefined;
  let port = 0;
  const start = () =>
    new Promise<void>((resolve, reject) => {
      if (server !== undefined) return resolve();
      const own = createServer((request, response) => {
        // As nodes and chains do: a browser on any page may read.
        response.setHeader("access-control-allow-origin", "*");
        response.setHeader("access-control-allow-headers", "*");
        if (request.method === "OPTIONS") return response.end();
        return handler(request, response);
      });
      own.once("error", reject);
      own.listen(port, "127.0.0.1", () => {
        port = (own.address() as AddressInfo).port;
        server = own;
        resolve();
      });
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (server === undefined) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
      server = undefined;
    });
  await start();
  return { url: `http://127.0.0.1:${port}`, start, stop };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/** Reads a request's JSON body. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
