import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chainId } from "@ryugu/sdk/primitives";
import { readLogs } from "@ryugu/sdk/transfer";
import { afterEach, expect, test } from "vitest";
import { FailoverProvider } from "./failover-provider.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An endpoint that gives logs of ten blocks at once, and answers anything more with a status of its choice. */
async function endpoint(status: number): Promise<{ url: string; readonly asked: number }> {
  let asked = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { id, method, params } = JSON.parse(body);
    asked++;
    const [filter] = params;
    const last = filter?.toBlock === "latest" ? 99 : Number(filter?.toBlock);
    const isTooMuch = method === "eth_getLogs" && last - Number(filter.fromBlock) >= 10;
    const error = { code: -32_600, message: "you can ask for up to a 10 block range" };
    const answer = method === "eth_blockNumber" ? { result: "0x63" } : { result: [] };
    response.writeHead(isTooMuch ? status : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ jsonrpc: "2.0", id, ...(isTooMuch ? { error } : answer) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    get asked() {
      return asked;
    },
  };
}

function providerOf(...rpcUrls: string[]): FailoverProvider {
  const provider = new FailoverProvider({ id: chainId(31_901), name: "Capped", rpcUrls });
  closing.push(() => provider.destroy());
  return provider;
}

const FILTER = { address: `0x${"11".repeat(20)}`, topics: [], fromBlock: 0 };

test("a range that is refused with a 400 is asked for in parts, of the same endpoint", async () => {
  const [first, second] = [await endpoint(400), await endpoint(200)];
  expect(await readLogs(providerOf(first.url, second.url), FILTER)).toEqual([]);
  expect([first.asked > 10, second.asked]).toEqual([true, 0]);
});

test("an endpoint in trouble is passed over for the next one", async () => {
  const [first, second] = [await endpoint(503), await endpoint(200)];
  expect(await readLogs(providerOf(first.url, second.url), FILTER)).toEqual([]);
  expect(second.asked).toBeGreaterThan(10);
});
