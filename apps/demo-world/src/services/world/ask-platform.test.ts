import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { PlatformRefusedError, PlatformUnreachableError } from "../errors.ts";
import { askPlatform, platformPath } from "./ask-platform.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const shape = z.strictObject({ token: z.string() });
const ask = (base: string, options = {}) => askPlatform(base, "/session", shape, options);

test("sends the session and the body, and reads the answer", async () => {
  const base = await serve((request, response) => {
    const { authorization, "content-type": type } = request.headers;
    request.on("data", (data) => {
      const text = `${request.method} ${request.url} ${authorization} ${type} ${data}`;
      response.end(JSON.stringify({ token: text }));
    });
  });
  const { token } = await ask(`${base}/`, { token: "abc", body: { a: 1 } });
  expect(token).toBe('POST /session Bearer abc application/json {"a":1}');
});

test("a refusal keeps the server's own reason, cleaned", async () => {
  const base = await serve((_, response) => {
    response.statusCode = 422;
    const error = {
      code: "application-refused",
      reason: "too-old",
      message: "Too\u202e old.",
      extra: 1,
    };
    response.end(JSON.stringify({ error }));
  });
  const error = await ask(base).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(PlatformRefusedError);
  expect(error).toMatchObject({
    reason: "application-refused/too-old",
    status: 422,
    shortMessage: "Too old.",
  });
});

test("a refusal without words, nonsense and silence are told apart", async () => {
  const base = await serve((request, response) => {
    if (request.headers.authorization === "Bearer refuse") {
      response.statusCode = 503;
      return response.end("<html>");
    }
    if (request.headers.authorization === "Bearer nonsense") return response.end('{"token":5}');
    return undefined;
  });
  await expect(ask(base, { token: "refuse" })).rejects.toMatchObject({ reason: "http-503" });
  await expect(ask(base, { token: "nonsense" })).rejects.toThrow(PlatformUnreachableError);
  await expect(ask(base, { timeout: 100 })).rejects.toThrow(PlatformUnreachableError);
});

test("a server that is not there is unreachable", async () => {
  const base = await serve(() => undefined);
  server?.close();
  await expect(ask(base)).rejects.toThrow(PlatformUnreachableError);
});

test("slashes meet once", () => {
  expect(platformPath("http://a//", "/b")).toBe("http://a/b");
});
