import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createAvatarLibrary } from "./avatar-library.ts";
import { AvatarNotDrawnError, AvatarUnreachableError } from "./errors.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(status, headers).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { library: createAvatarLibrary(({ kind }) => `http://127.0.0.1:${port}/${kind}`), asked };
}

const OWN = { kind: "own", id: "nagi" } as const;

test("a file that is not there, or that no server answers for, is unreachable", async () => {
  const { library } = await serve(404, "");
  await expect(library.read(OWN)).rejects.toThrow(AvatarUnreachableError);
  const nowhere = createAvatarLibrary(() => "http://127.0.0.1:1/");
  await expect(nowhere.read(OWN)).rejects.toThrow(AvatarUnreachableError);
});

test("a file that says it is too large is not read, and what is no VRM is not drawn", async () => {
  const { library } = await serve(200, "", { "content-length": String(200 * 1024 * 1024) });
  await expect(library.read(OWN)).rejects.toThrow(AvatarNotDrawnError);
  const garbage = await serve(200, "this is no model");
  await expect(garbage.library.read(OWN)).rejects.toThrow(AvatarNotDrawnError);
});

test("after a failure the next one is still read, and what failed is fetched again", async () => {
  const { library, asked } = await serve(503, "");
  await expect(library.read(OWN)).rejects.toThrow(AvatarUnreachableError);
  await expect(library.read(OWN)).rejects.toThrow(AvatarUnreachableError);
  expect(asked).toHaveLength(2);
});
