import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type WebSocket as ServerSocket, WebSocketServer } from "ws";
import { type LinkState, openPeopleLink, type PeopleLink } from "./people-link.ts";

const HELLO = {
  t: "hello",
  token: "t".repeat(32),
  name: "Umi",
  avatar: { kind: "own", id: "nagi" },
} as const;
const WELCOME = { t: "welcome", you: 1, at: { x: 0, z: 0, heading: 0 }, people: [], now: 0 };

let server: WebSocketServer | undefined;
let link: PeopleLink | undefined;
afterEach(() => {
  link?.stop();
  for (const client of server?.clients ?? []) client.terminate();
  server?.close();
});

/** A server that does this with each connection, and a link to it. */
async function open(onConnection: (socket: ServerSocket, count: number) => void) {
  let count = 0;
  server = new WebSocketServer({ host: "127.0.0.1", port: 0, path: "/people" });
  server.on("connection", (socket) => onConnection(socket, ++count));
  await once(server, "listening");
  const states: LinkState[] = [];
  const messages: string[] = [];
  const asked: boolean[] = [];
  link = openPeopleLink({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hello: async (isSessionOld) => {
      asked.push(isSessionOld);
      return HELLO;
    },
    onMessage: ({ t }) => messages.push(t),
    onState: (state) => states.push(state),
  });
  return {
    states,
    messages,
    asked,
    phases: () => states.map(({ phase }) => phase),
    count: () => count,
  };
}

const send = (socket: ServerSocket, message: object) => socket.send(JSON.stringify(message));
const welcomed = (socket: ServerSocket) => socket.once("message", () => send(socket, WELCOME));
const soon = { timeout: 5_000 };

test("says hello first, and is heard only after the welcome", async () => {
  const heard: string[] = [];
  const { phases } = await open((socket) => {
    socket.on("message", (data) => {
      heard.push(JSON.parse(String(data)).t);
      if (heard.length === 1) send(socket, WELCOME);
    });
  });
  expect(link?.tell({ t: "away" })).toBe(false);
  await expect.poll(phases, soon).toContain("open");
  expect(link?.tell({ t: "away" })).toBe(true);
  await expect.poll(() => heard, soon).toEqual(["hello", "away"]);
});

test("comes back after the connection breaks, without losing who it was", async () => {
  const { states, phases, count } = await open((socket, number) => {
    welcomed(socket);
    if (number === 1) setTimeout(() => socket.terminate(), 30);
  });
  await expect.poll(phases, soon).toContain("lost");
  link?.retryNow();
  await expect.poll(count, soon).toBe(2);
  await expect.poll(() => states.at(-1)?.phase, soon).toBe("open");
});

test("a server that closes says so, and is waited for", async () => {
  const { states } = await open((socket, number) => {
    welcomed(socket);
    if (number > 1) return;
    socket.once("message", () => {
      send(socket, { t: "closing" });
      socket.close(1001);
    });
  });
  await expect
    .poll(() => states.find(({ phase }) => phase === "lost"), soon)
    .toMatchObject({
      isClosing: true,
    });
});

test("who is replaced by another tab stays away", async () => {
  const { states, count } = await open((socket) => {
    socket.once("message", () => {
      send(socket, WELCOME);
      send(socket, { t: "replaced" });
      socket.close(4000);
    });
  });
  await expect.poll(() => states.at(-1), soon).toEqual({ phase: "over", reason: "replaced" });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(count()).toBe(1);
});

test("a session that has ended is asked for anew", async () => {
  const { asked } = await open((socket, number) => {
    if (number > 1) return welcomed(socket);
    socket.once("message", () => {
      send(socket, { t: "refused", code: "session-unknown" });
      socket.close(1008);
    });
    return undefined;
  });
  await expect.poll(() => asked, soon).toEqual([false, true]);
});

test("nonsense from a server is not worth the connection", async () => {
  const { messages, phases } = await open((socket) => {
    socket.once("message", () => {
      for (const text of ["", "{", '{"t":"explode"}', "x".repeat(300_000)]) socket.send(text);
      socket.send(Buffer.from([1, 2, 3]));
      send(socket, WELCOME);
    });
  });
  await expect.poll(() => messages, soon).toEqual(["welcome"]);
  expect(phases()).not.toContain("lost");
});
