import { connect } from "node:net";
import { parseShape } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  PAGE,
  PLATFORM_URL,
  type PlatformServer,
  startPlatformServer,
} from "../../test/support/platform-server.ts";
import { eventAnswer, jsonAnswer, type ServerEvent } from "../answer.ts";
import { signedIn } from "./request.ts";

let server: PlatformServer;
let read = 0;
const streams = new Set<(event: ServerEvent) => void>();

beforeAll(async () => {
  server = await startPlatformServer({
    routes: async () => [
      {
        method: "POST",
        path: "/echo/:word",
        async handle(request) {
          const body = await request.body();
          parseShape(z.object({ a: z.number() }), body, "The body");
          return jsonAnswer(200, { ...request.params, body, q: request.query.get("q") });
        },
      },
      {
        method: "POST",
        path: "/bytes",
        async handle(request) {
          const bytes = await request.bytes(100_000);
          read += bytes.length;
          return jsonAnswer(200, { length: bytes.length });
        },
      },
      {
        method: "GET",
        path: "/mine",
        handle: signedIn((_, { address }) => jsonAnswer(200, { address })),
      },
      {
        method: "GET",
        path: "/seldom",
        limit: { burst: 2, perMinute: 30 },
        handle: () => jsonAnswer(200, {}),
      },
      {
        method: "GET",
        path: "/broken",
        handle: () => Promise.reject(new Error("/etc/secret holds 0x1234")),
      },
      {
        method: "GET",
        path: "/events",
        handle: () =>
          eventAnswer((send) => {
            streams.add(send);
            send({ name: "hello", data: { line: "a\nb" }, id: "1" });
            return () => streams.delete(send);
          }),
      },
    ],
  });
});
afterAll(() => server.close());

const codeOf = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;

test("a route gets its parameters, its query and its JSON", async () => {
  const answer = await server.post("/echo/%E8%B2%9D?q=1", { a: 1 });
  expect(await answer.json()).toEqual({ word: "貝", q: "1", body: { a: 1 } });
});

test.each([
  ["a body that is no JSON", "{", {}, "400 invalid-json"],
  ["a body of another shape", '{"a":"b"}', {}, "400 invalid-shape"],
  ["a body of another type", '{"a":1}', { "content-type": "text/plain" }, "415 body-refused"],
  [
    "a form, which any page may send",
    "a=1",
    { "content-type": "application/x-www-form-urlencoded" },
    "415 body-refused",
  ],
  ["a large body", `{"a":${"1".repeat(40_000)}}`, {}, "413 body-too-large"],
] as const)("%s is refused", async (_, body, headers, code) => {
  const answer = await server.ask("/echo/x", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  expect(await codeOf(answer)).toBe(code);
});

test("bytes that are no UTF-8 are no JSON", async () => {
  const answer = await server.ask("/echo/x", {
    method: "POST",
    body: new Uint8Array([0x22, 0xff, 0x22]),
    headers: { "content-type": "application/json" },
  });
  expect(await codeOf(answer)).toBe("400 body-refused");
});

test("200 MB are refused by their length alone, and the sender reads why", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write(`POST /bytes HTTP/1.1\r\nhost: x\r\ncontent-length: 200000000\r\n\r\n`);
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (part) => {
      text += part;
    });
    // The sender goes on sending all the while.
    const more = setInterval(() => socket.write("x".repeat(50_000)), 5);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(more);
      resolve(text);
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain("body-too-large");
  expect(read).toBe(0);
});

test("a body without a length is read up to the limit and no further", async () => {
  const stream = (chunks: number) =>
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < chunks; i++) controller.enqueue(new Uint8Array(10_000));
        controller.close();
      },
    });
  const send = (chunks: number) =>
    server.ask("/bytes", { method: "POST", body: stream(chunks), duplex: "half" } as RequestInit);
  expect(await (await send(9)).json()).toEqual({ length: 90_000 });
  expect(await codeOf(await send(11))).toBe("413 body-too-large");
  expect(read).toBe(90_000);
});

test("other methods are named, and a broken route tells nothing", async () => {
  const answer = await server.ask("/bytes", { method: "DELETE" });
  expect(answer.headers.get("allow")).toBe("POST");
  expect(await codeOf(answer)).toBe("405 request-refused");
  const broken = await server.ask("/broken");
  expect(broken.status).toBe(500);
  expect(await broken.text()).not.toMatch(/secret|0x1234/);
  expect(server.log.at(-1)?.[0]).toBe("request-failed");
  expect(JSON.stringify(server.log)).not.toMatch(/secret|0x1234/);
});

test("who is not signed in is told so, whatever they send for a token", async () => {
  for (const authorization of ["", "Bearer x", "Basic x", `Bearer ${"a".repeat(64)}`]) {
    expect(await codeOf(await server.ask("/mine", { headers: { authorization } }))).toBe(
      "401 session-unknown",
    );
  }
  const token = await server.signIn();
  const headers = { authorization: `Bearer ${token}` };
  expect((await server.ask("/mine", { headers })).status).toBe(200);
});

test("who asks too often waits, and only they", async () => {
  const ask = (headers: Record<string, string> = {}) => server.ask("/seldom", { headers });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const third = await ask();
  expect(third.headers.get("retry-after")).toBe("2");
  expect(await codeOf(third)).toBe("429 too-often");
  const token = await server.signIn();
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200);
});

test("allowed origins may read and ask, strangers may not", async () => {
  const preflight = (origin: string) =>
    server.ask("/bytes", {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const good = await preflight(PAGE);
  expect(good.status).toBe(204);
  expect(good.headers.get("access-control-allow-origin")).toBe(PAGE);
  expect(good.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(good.headers.get("access-control-allow-credentials")).toBeNull();
  expect(await codeOf(await preflight("http://evil.example"))).toBe("403 origin-refused");
  const read = await server.ask("/health", { headers: { origin: PAGE } });
  expect(read.headers.get("access-control-allow-origin")).toBe(PAGE);
  expect(read.headers.get("vary")).toContain("origin");
  const stranger = await server.ask("/health", { headers: { origin: "http://evil.example" } });
  expect(stranger.headers.get("access-control-allow-origin")).toBeNull();
  // A refusal can be read by those who may ask.
  const refused = await server.ask("/mine", { headers: { origin: PAGE } });
  expect(refused.headers.get("access-control-allow-origin")).toBe(PAGE);
});

test("events flow until the client goes", async () => {
  const end = new AbortController();
  const answer = await server.ask("/events", { signal: end.signal });
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reader = (answer.body ?? new ReadableStream()).getReader();
  const first = new TextDecoder().decode((await reader.read()).value);
  expect(first).toBe('event: hello\nid: 1\ndata: {"line":"a\\nb"}\n\n');
  for (const send of streams) send({ name: "more", data: 2 });
  expect(new TextDecoder().decode((await reader.read()).value)).toContain("data: 2");
  end.abort();
  while (streams.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
});

test("asking for a stream's headers alone begins none", async () => {
  const answer = await server.ask("/events", { method: "HEAD" });
  expect(answer.headers.get("content-type")).toMatch(/event-stream/);
  expect(await answer.text()).toBe("");
  expect(streams.size).toBe(0);
});

test("a client that does not read its events is let go", async () => {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write("GET /events HTTP/1.1\r\nhost: x\r\n\r\n");
  while (streams.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.pause();
  let sent = 0;
  const data = "x".repeat(100_000);
  while (streams.size > 0 && sent < 1_000) {
    for (const send of streams) send({ name: "much", data });
    sent += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(streams.size).toBe(0);
  socket.destroy();
});

test("each page has its address", async () => {
  expect(await (await server.ask("/desk")).text()).toContain("desk");
  expect(await (await server.ask("/")).text()).toContain("world");
  expect((await server.ask("/desk/other")).status).toBe(404);
});

test("a page that is asked for by number is sent to the platform's name, its files are not", async () => {
  const open = (path: string, dest: string) =>
    server.ask(path, { headers: { "sec-fetch-dest": dest }, redirect: "manual" });
  const sent = await open("/desk", "document");
  expect(sent.status).toBe(307);
  expect(sent.headers.get("location")).toBe(`${PLATFORM_URL}/desk`);
  expect((await open("/desk", "empty")).status).toBe(200);
});
