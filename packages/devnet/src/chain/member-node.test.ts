import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePorts } from "../process/free-ports.ts";
import { MemberNode } from "./member-node.ts";

let chain: Server;
let member: MemberNode;
let url: string;
let head: number | undefined;

/** A chain that answers each question with what it was asked. */
beforeEach(async () => {
  const [port = 0, target = 0] = await freePorts(2);
  chain = createServer(async (question, answer) => {
    let body = "";
    for await (const chunk of question) body += chunk;
    const { method, params } = JSON.parse(body);
    const error = { code: 3, message: "execution reverted", data: "0x01" };
    answer.end(JSON.stringify(params[0] === "bad" ? { error } : { result: [method, ...params] }));
  });
  await new Promise<void>((done) => chain.listen(target, "127.0.0.1", done));
  member = new MemberNode({ port, target: `http://127.0.0.1:${target}`, head: () => head });
  url = `http://127.0.0.1:${port}`;
  head = undefined;
  await member.start();
});
afterEach(async () => {
  await member.stop();
  chain.closeAllConnections();
  await new Promise((done) => chain.close(done));
});

const post = (body: unknown) =>
  fetch(url, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
const ask = async (body: unknown) => (await post(body)).json();

test("one question or many; each answer has its question's id, and errors their data", async () => {
  expect(await ask({ id: 4, method: "eth_chainId" })).toEqual({
    jsonrpc: "2.0",
    id: 4,
    result: ["eth_chainId"],
  });
  const many = [
    { id: "a", method: "eth_call", params: ["bad"] },
    { id: "b", method: "eth_gasPrice" },
    { id: "c", method: "eth_feeHistory" },
  ];
  expect(await ask(many)).toMatchObject([
    { id: "a", error: { code: 3, data: "0x01" } },
    { id: "b", result: "0x0" },
    { id: "c", error: { code: -32_601 } },
  ]);
});

test("the newest block that counts may change between two questions", async () => {
  const count = { method: "eth_getTransactionCount", params: ["0x1"] };
  expect((await ask(count)).result[2]).toBe("latest");
  head = 7;
  expect((await ask(count)).result[2]).toBe("0x7");
});

test("what is no question is refused, and the next is answered", async () => {
  for (const body of ["{", '"text"', "{}", '{"method":"eth_call","params":{}}'])
    expect(await ask(body)).toMatchObject({ error: { message: "invalid request" } });
  expect(await ask({ method: "eth_gasPrice" })).toMatchObject({ result: "0x0" });
});

test("pages of other origins may ask", async () => {
  const allowed = await fetch(url, { method: "OPTIONS" });
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get("access-control-allow-headers")).toBe("content-type");
  const answer = await post({ method: "eth_gasPrice" });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});

test("a chain that is gone is gone here too", async () => {
  chain.closeAllConnections();
  await new Promise((done) => chain.close(done));
  await expect(post({ method: "eth_chainId" })).rejects.toThrow("fetch failed");
  expect(await ask({ method: "eth_gasPrice" })).toMatchObject({ result: "0x0" });
});
