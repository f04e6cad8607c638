import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isRetryable } from "../../errors/index.ts";
import { parseContentId } from "../content-id.ts";
import type { ContentStore } from "../content-store.ts";
import { ContentMismatchError, ContentUnavailableError } from "../errors.ts";
import { ipfsContentStore } from "./ipfs-content-store.ts";

const ID = parseContentId("bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4");
const hello = new TextEncoder().encode("hello world\n");

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A store on a node that answers as the test says. */
async function storeOn(answer: RequestListener, timeoutMs = 5_000) {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  return ipfsContentStore({ url: `http://127.0.0.1:${port}`, timeoutMs });
}

/** What each of the store's calls throws. */
async function failuresOf(store: ContentStore): Promise<unknown[]> {
  const calls = [store.put(hello), store.get(ID), store.has(ID)];
  const results = await Promise.allSettled(calls);
  return results.map((result) => (result.status === "rejected" ? result.reason : undefined));
}

test("a node that is down is a typed error worth trying again", async () => {
  const store = await storeOn((_, response) => response.end());
  server?.close();
  for (const error of await failuresOf(store)) {
    expect(error).toBeInstanceOf(ContentUnavailableError);
    expect(isRetryable(error)).toBe(true);
    expect(String(error)).toContain("ECONNREFUSED");
  }
});

test("a node that never answers is given up", async () => {
  const store = await storeOn(() => {}, 200);
  for (const error of await failuresOf(store)) {
    expect(String(error)).toContain("did not answer in time");
  }
});

test("a node that stops in the middle of an answer is given up", async () => {
  const store = await storeOn((_, response) => {
    response.writeHead(200);
    response.write(new Uint8Array([1, 0xa0, 60]));
  }, 200);
  await expect(store.get(ID)).rejects.toThrow("did not answer in time");
});

test("an error of the node is a typed error that says what the node said", async () => {
  const store = await storeOn((_, response) => {
    response.writeHead(500, { "content-type": "application/json" });
    response.end(JSON.stringify({ Message: "the disk is full", Code: 0, Type: "error" }));
  });
  await expect(store.put(hello)).rejects.toThrow("the disk is full");
  await expect(store.has(ID)).rejects.toThrow(ContentUnavailableError);
});

test("a node that gives added content another id is not believed", async () => {
  const other = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
  const store = await storeOn((_, response) => {
    response.end(`${JSON.stringify({ Name: "x", Hash: other, Size: "12" })}\n`);
  });
  await expect(store.put(hello)).rejects.toThrow(ContentMismatchError);
});

test("answers in another form than the node's are typed errors", async () => {
  const store = await storeOn((_, response) => response.end("<html>a proxy's page</html>"));
  await expect(store.put(hello)).rejects.toThrow(ContentUnavailableError);
  await expect(store.get(ID)).rejects.toThrow(ContentUnavailableError);
});
