import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An RPC endpoint in front of another one, that can be made to die. */
export interface FrailEndpoint {
  url: string;
  /** How many transactions it has passed on. */
  readonly sent: number;
  /** Dies when it has passed on so many transactions; resolves then. */
  diesAfter(transactions: number): Promise<void>;
  /** Resolves when it has passed on so many transactions, and lives on. */
  reaches(transactions: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts an endpoint on loopback that passes everything on to another one. */
export async function frailEndpoint(target: string): Promise<FrailEndpoint> {
  let sent = 0;
  let isDead = false;
  let watch: { at: number; dies: boolean; tell: () => void } | undefined;
  const server = createServer(async (request, response) => {
    if (isDead) {
      request.socket.destroy();
      return;
    }
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(target, { method: "POST", headers, body });
    const text = await answer.text();
    sent += body.split('"eth_sendRawTransaction"').length - 1;
    if (watch !== undefined && sent >= watch.at) {
      isDead = watch.dies;
      watch.tell();
      watch = undefined;
    }
    // The transaction is on its way, and whoever sent it is not told.
    if (isDead) request.socket.destroy();
    else response.writeHead(200, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const watching = (at: number, dies: boolean) =>
    new Promise<void>((tell) => {
      watch = { at, dies, tell };
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get sent() {
      return sent;
    },
    diesAfter: (transactions) => watching(transactions, true),
    reaches: (transactions) => watching(transactions, false),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
