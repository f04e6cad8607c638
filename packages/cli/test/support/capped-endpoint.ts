import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An RPC endpoint in front of another one that gives logs of a few blocks at once. */
export interface CappedEndpoint {
  url: string;
  /** How many questions it has refused. */
  readonly refused: number;
  close(): Promise<void>;
}

interface Request {
  id: number;
  method: string;
  params: readonly { fromBlock: string; toBlock: string }[];
}

/** Starts an endpoint on loopback that refuses to look for logs through more than so many blocks, as providers do. */
export async function cappedEndpoint(target: string, blocks: number): Promise<CappedEndpoint> {
  let refused = 0;
  const forward = async (body: string) => {
    const headers = { "content-type": "application/json" };
    return (await fetch(target, { method: "POST", headers, body })).json();
  };
  const newest = async () => {
    const asked = { jsonrpc: "2.0", id: 0, method: "eth_blockNumber", params: [] };
    return Number((await forward(JSON.stringify(asked))).result);
  };
  const answer = async (request: Request) => {
    const [filter] = request.params;
    if (request.method === "eth_getLogs" && filter !== undefined) {
      const to = filter.toBlock === "latest" ? await newest() : Number(filter.toBlock);
      if (to - Number(filter.fromBlock) >= blocks) {
        refused++;
        const error = { code: -32_602, message: `block range is limited to ${blocks} blocks` };
        return { jsonrpc: "2.0", id: request.id, error };
      }
    }
    return forward(JSON.stringify(request));
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const asked: Request | Request[] = JSON.parse(body);
    const answers = Array.isArray(asked)
      ? await Promise.all(asked.map(answer))
      : await answer(asked);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get refused() {
      return refused;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
