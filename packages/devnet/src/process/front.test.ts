import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Front } from "./front.ts";

let servers: Server[];
let front: Front;
let url: string;

beforeEach(async () => {
  servers = await Promise.all(["first", "second"].map(serve));
  const spare = await serve("spare");
  const port = portOf(spare);
  await close(spare);
  front = new Front(port, servers.map(portOf));
  url = `http://127.0.0.1:${port}`;
  await front.start();
});

afterEach(async () => {
  await front.stop();
  await Promise.all(servers.map(close));
});

async function serve(word: string): Promise<Server> {
  const server = createServer((_, answer) => answer.setHeader("connection", "close").end(word));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const ask = async () => (await fetch(url)).text();

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

test("connections go to the servers in turn", async () => {
  expect([await ask(), await ask(), await ask()]).toEqual(["first", "second", "first"]);
});

test("a server that is away is passed over", async () => {
  const [first] = servers;
  if (first !== undefined) await close(first);
  expect([await ask(), await ask(), await ask()]).toEqual(["second", "second", "second"]);
});

test("where all are away the connection is cut off, and works again when one is back", async () => {
  const [first] = servers;
  const port = portOf(first as Server);
  await Promise.all(servers.map(close));
  await expect(ask()).rejects.toThrow();
  first?.listen(port, "127.0.0.1");
  expect(await ask()).toBe("first");
});
