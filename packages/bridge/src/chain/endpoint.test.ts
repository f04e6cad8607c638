import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { httpEndpoint } from "./endpoint.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      resolve(
        `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/secret-key?token=hidden`,
      );
    });
  });
}

const request = { method: "eth_chainId", params: [] };
const answering = (text: string) => serve((_, response) => response.end(text));

test("asks and reads the answer", async () => {
  const bodies: string[] = [];
  const url = await serve((incoming, response) => {
    incoming.on("data", (chunk: Buffer) => bodies.push(chunk.toString()));
    incoming.on("end", () => response.end('{"jsonrpc":"2.0","id":1,"result":"0x1"}'));
  });
  expect(await httpEndpoint(url, 10_000).send(request)).toBe("0x1");
  expect(JSON.parse(bodies.join(""))).toMatchObject({
    jsonrpc: "2.0",
    method: "eth_chainId",
    params: [],
  });
});

test("a refusal carries its number and its revert data, however it is wrapped", async () => {
  const url = await answering(
    '{"error":{"code":3,"message":"execution reverted","data":{"data":"0xabcd"}}}',
  );
  await expect(httpEndpoint(url, 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-refused",
    rpcCode: 3,
    data: "0xabcd",
  });
});

test.each([
  ["no JSON", "<html>502</html>"],
  ["no JSON-RPC", "[1,2]"],
  ["nothing", ""],
])("an answer that is %s is typed", async (_, text) => {
  await expect(httpEndpoint(await answering(text), 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-failed",
  });
});

test("a server that stalls, before or in the middle of its answer, blocks nobody", async () => {
  const before = await serve(() => undefined);
  const middle = await serve((_, response) => response.write('{"result":'));
  for (const url of [before, middle]) {
    await expect(httpEndpoint(url, 150).send(request)).rejects.toMatchObject({
      code: "endpoint-failed",
      retryable: true,
    });
  }
});

test("nobody there, and a URL's secrets are never shown", async () => {
  const endpoint = httpEndpoint("http://127.0.0.1:9/secret-key?token=hidden", 10_000);
  const error = await endpoint.send(request).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "endpoint-failed" });
  expect(endpoint.name).toBe("http://127.0.0.1:9");
  expect(String(error)).not.toMatch(/secret|hidden/);
});

test("too many requests are told from other refusals, by status or by words", async () => {
  const byStatus = await serve((_, response) =>
    response.writeHead(429, { "retry-after": "7" }).end("<html>slow down</html>"),
  );
  await expect(httpEndpoint(byStatus, 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-busy",
    retryAfter: 7_000,
  });
  const byWords = await answering('{"error":{"code":-32005,"message":"request rate limited"}}');
  await expect(httpEndpoint(byWords, 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-busy",
    retryAfter: undefined,
  });
});

test("an answer that is too long is not read to its end", async () => {
  let sent = 0;
  const piece = Buffer.alloc(1024 * 1024, "1");
  const url = await serve((_, response) => {
    const more = () => {
      if (response.destroyed) return;
      sent += 1;
      response.write(piece, more);
    };
    more();
  });
  await expect(httpEndpoint(url, 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-failed",
  });
  expect(sent).toBeLessThan(16);
});

test("an endpoint that sends its callers elsewhere is not followed", async () => {
  const elsewhere = await answering('{"result":"0x1"}');
  const url = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end());
  await expect(httpEndpoint(url, 10_000).send(request)).rejects.toMatchObject({
    code: "endpoint-failed",
  });
});

test("a request ends when nobody wants its answer any more", async () => {
  const over = new AbortController();
  const asked = httpEndpoint(await serve(() => over.abort()), 10_000).send(request, over.signal);
  await expect(asked).rejects.toMatchObject({ code: "endpoint-failed" });
});
