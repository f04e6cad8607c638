import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An RPC endpoint in front of another one, whose connection breaks now and then. */
export interface FlakyEndpoint {
  readonly url: string;
  /** How many answers it has failed to give. */
  readonly broken: number;
  close(): Promise<void>;
}

/**
 * Starts an endpoint on loopback that breaks every so many requests, in turn before the chain hears of it and after, so that only the
 * answer is lost.
 */
export async function flakyEndpoint(target: string, every: number): Promise<FlakyEndpoint> {
  let [asked, broken] = [0, 0];
  const server = createServer(async (request, response) => {
    const isBroken = ++asked % every === 0;
    if (isBroken) broken++;
    if (isBroken && broken % 2 === 0) {
      request.socket.destroy();
      return;
    }
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(target, { method: "POST", headers, body });
    const text = await answer.text();
    if (isBroken) request.socket.destroy();
    else response.writeHead(200, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get broken() {
      return broken;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
