import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePorts } from "../process/free-ports.ts";
import { PartnerEndpoint } from "./endpoint.ts";

let chain: Server;
let endpoint: PartnerEndpoint;

/** A chain that answers each question with its method's name. */
beforeEach(async () => {
  const [port = 0, target = 0] = await freePorts(2);
  chain = createServer(async (question, answer) => {
    let body = "";
    for await (const chunk of question) body += chunk;
    const asked = JSON.parse(body);
    const one = ({ id, method }: { id: number; method: string }) => ({ id, result: method });
    answer.end(JSON.stringify(Array.isArray(asked) ? asked.map(one) : one(asked)));
  });
  await new Promise<void>((done) => chain.listen(target, "127.0.0.1", done));
  endpoint = new PartnerEndpoint(port, `http://127.0.0.1:${target}`);
  await endpoint.start();
});
afterEach(async () => {
  await endpoint.stop();
  chain.closeAllConnections();
  await new Promise((done) => chain.close(done));
});

async function ask(body: unknown, timeout = 2_000): Promise<unknown> {
  const signal = AbortSignal.timeout(timeout);
  const response = await fetch(endpoint.url, {
    method: "POST",
    body: JSON.stringify(body),
    signal,
  });
  return response.json();
}
const QUESTION = { id: 1, method: "eth_chainId" };

test("passes questions on, one or many", async () => {
  expect(await ask(QUESTION)).toEqual({ id: 1, result: "eth_chainId" });
  expect(await ask([QUESTION, { id: 2, method: "eth_call" }])).toEqual([
    { id: 1, result: "eth_chainId" },
    { id: 2, result: "eth_call" },
  ]);
});

test("refuses, stalls, is slow, lies, and is well again", async () => {
  endpoint.setFault({ kind: "refuse" });
  await expect(ask(QUESTION)).rejects.toThrow("fetch failed");
  endpoint.setFault({ kind: "stall" });
  await expect(ask(QUESTION, 300)).rejects.toThrow("timeout");
  endpoint.setFault({ kind: "slow", delay: 300 });
  const began = performance.now();
  expect(await ask(QUESTION)).toEqual({ id: 1, result: "eth_chainId" });
  expect(performance.now() - began).toBeGreaterThan(250);
  endpoint.setFault({ kind: "lie", alter: (method, _, result) => [method, result, "lie"] });
  expect(await ask([QUESTION])).toEqual([{ id: 1, result: ["eth_chainId", "eth_chainId", "lie"] }]);
  endpoint.setFault({ kind: "mute", methods: ["eth_sendRawTransaction"] });
  expect(await ask(QUESTION)).toEqual({ id: 1, result: "eth_chainId" });
  await expect(ask([QUESTION, { id: 2, method: "eth_sendRawTransaction" }])).rejects.toThrow(
    "JSON",
  );
  endpoint.setFault(undefined);
  expect(await ask(QUESTION)).toEqual({ id: 1, result: "eth_chainId" });
});

test("a dead chain is an error to the node, not to the supervisor", async () => {
  chain.closeAllConnections();
  await new Promise((done) => chain.close(done));
  await expect(ask(QUESTION)).rejects.toThrow("fetch failed");
});
