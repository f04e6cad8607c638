import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeZone, PARTNERS } from "../test/support/zone-fixture.ts";
import { openContentReader } from "./content-store.ts";
import { loadPageFiles } from "./page-files.ts";
import { startWorldServer, type WorldServer } from "./world-server.ts";
import { openZoneFile } from "./zone-file.ts";

let folder: string;
let manifestPath: string;
let server: WorldServer;
let zone: Awaited<ReturnType<typeof makeZone>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-server-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await writeFile(join(dist, "index.html"), "<!doctype html><title>page</title>");
  await writeFile(join(dist, "assets/app.js"), `console.log("${"x".repeat(4_000)}");`);
  await writeFile(join(folder, "secret.txt"), "secret");
  zone = await makeZone(
    PARTNERS.map((_, index) => `http://127.0.0.1:${9_000 + index}`),
    "http://127.0.0.1:8545/rpc",
  );
  manifestPath = join(folder, "zone.json");
  server = await startWorldServer(
    {
      page: await loadPageFiles(dist),
      zone: openZoneFile(manifestPath, zone.trust),
      content: openContentReader(join(folder, "content")),
      trust: zone.trust,
    },
    { host: "127.0.0.1", port: 0 },
  );
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

/** Sends a request line as it is: fetch would tidy it. */
function raw(requestLine: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (part) => {
      answer += part;
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.write(`${requestLine} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n`);
  });
}

test("serves the page, compressed where the browser takes it, and knows what it has", async () => {
  const page = await get("/");
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const script = await get("/assets/app.js", { headers: { "accept-encoding": "br" } });
  expect(script.headers.get("content-encoding")).toBe("br");
  expect(script.headers.get("cache-control")).toMatch(/immutable/);
  expect((await script.text()).length).toBeGreaterThan(4_000);
  const plain = await get("/assets/app.js", { headers: { "accept-encoding": "br;q=0, identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  const again = await get("/", { headers: { "if-none-match": page.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

test("answers HEAD without a body, and says its health and its trust", async () => {
  const head = await get("/", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  expect(await (await get("/health")).json()).toEqual({ ok: true });
  expect(await (await get("/config.json")).json()).toEqual({ trust: zone.trust });
});

test.each([
  "GET /../secret.txt",
  "GET /assets/../../secret.txt",
  "GET /%2e%2e/secret.txt",
  "GET /..%2fsecret.txt",
  "GET //etc/passwd",
  "GET /assets/",
  "GET /nothing",
  "GET http://elsewhere/",
])("%s finds nothing outside the page", async (line) => {
  const answer = await raw(line);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).not.toContain("secret\r\n");
});

test.each([
  ["POST /", 405],
  ["DELETE /zone.json", 405],
  ["GET /ipfs/", 400],
  ["GET /ipfs/not-a-content-id", 400],
  ["GET /ipfs/..%2f..%2fsecret.txt", 400],
  ["GET /ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy/../x", 400],
  ["GET /ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy/%00", 400],
  ["GET /ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy/%zz", 400],
  ["GET /ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", 404],
  ["GET /ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy/a/b", 404],
] as const)("%s is answered %i, with a typed error", async (line, status) => {
  const answer = await raw(line);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toContain('"code":"request-refused"');
});

test("an address that is too long is refused", async () => {
  expect((await get(`/${"a".repeat(3_000)}`)).status).toBe(414);
});

test("serves content by what it is, and lets none of it run", async () => {
  const store = fileContentStore(join(folder, "content"));
  const put = (text: string) => store.put(new TextEncoder().encode(text));
  const svg = await get(
    `/ipfs/${await put("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")}`,
  );
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  expect(svg.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(svg.headers.get("cache-control")).toMatch(/immutable/);
  const page = await get(`/ipfs/${await put("<html><script>alert(1)</script>")}`);
  expect(page.headers.get("content-type")).toBe("application/octet-stream");
  expect(page.headers.get("content-disposition")).toBe("attachment");
});

test("content that was damaged on disk is not served", async () => {
  const content = join(folder, "content");
  const id = await fileContentStore(content).put(new TextEncoder().encode('{"a":1}'));
  const files = await readdir(content, { recursive: true });
  const file = files.find((name) => name.endsWith(`/${id}`)) ?? "";
  await writeFile(join(content, file), '{"a":2}');
  expect((await get(`/ipfs/${id}`)).status).toBe(502);
});

test("the manifest is served as it is, read again when it changes, and opens only its own origins", async () => {
  await rm(manifestPath, { force: true });
  expect((await get("/zone.json")).status).toBe(503);
  await writeFile(manifestPath, JSON.stringify(zone.manifest));
  expect(await (await get("/zone.json")).json()).toEqual(zone.manifest);
  const policy = (await get("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain(
    "connect-src 'self' blob: data: http://127.0.0.1:8545 http://127.0.0.1:9000",
  );
  expect(policy).toContain("script-src 'self';");
  const forged = { ...zone.manifest, version: 2 };
  await writeFile(manifestPath, `${JSON.stringify(forged)}\n`);
  expect((await get("/")).headers.get("content-security-policy")).toContain(
    "connect-src 'self' blob: data:;",
  );
});
