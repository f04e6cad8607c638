import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { exampleMessageId, exampleStatus } from "../../test/example-status.ts";
import { nodeSource, TransferSourceError } from "./index.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server that answers every request the same way. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answer =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body);
const good = answer(JSON.stringify(exampleStatus));
const unknown = answer("{}", 404);
const ask = (...urls: string[]) => nodeSource(urls, { timeout: 2_000 }).status(exampleMessageId);

test("it asks for the message by its id", async () => {
  let path: string | undefined;
  const url = await serve((request, response) => {
    path = request.url;
    response.end(JSON.stringify(exampleStatus));
  });
  expect(await ask(url)).toEqual(exampleStatus);
  expect(path).toBe(`/v1/transfers/${exampleMessageId}`);
});

test("a node that is dead, slow, broken or talks nonsense is passed over", async () => {
  const bad = [
    "http://127.0.0.1:9",
    await serve(() => {}),
    await serve(answer("oops", 500)),
    await serve(answer("<html>")),
    await serve(answer('{"state":"delivered"}')),
    await serve(answer("x".repeat(1_000_000))),
  ];
  expect(await ask(...bad, await serve(good))).toEqual(exampleStatus);
  await expect(ask(...bad)).rejects.toThrow(TransferSourceError);
});

test("unknown to one node may be known to the next; unknown to all is no error", async () => {
  expect(await ask(await serve(unknown), await serve(good))).toEqual(exampleStatus);
  expect(await ask(await serve(unknown), "http://127.0.0.1:9")).toBeUndefined();
});

test("the node that answered last is asked first", async () => {
  let asked = 0;
  const slow = await serve((_, response) => {
    asked++;
    response.writeHead(503).end();
  });
  const source = nodeSource([slow, await serve(good)]);
  await source.status(exampleMessageId);
  await source.status(exampleMessageId);
  expect(asked).toBe(1);
});

test("it stops when told to", async () => {
  const url = await serve(() => {});
  const signal = AbortSignal.timeout(50);
  await expect(nodeSource([url]).status(exampleMessageId, signal)).rejects.toThrow("timeout");
});
