import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { avatarAnswer } from "../../src/sim/protocol/http.ts";
import { avatarJson, makeAvatar } from "../../test/support/made-avatar.ts";
import { type PlatformServer, startPlatformServer } from "../../test/support/platform-server.ts";
import { WorldServerError } from "../errors.ts";
import { avatarRoutes } from "./avatar-routes.ts";
import { AVATAR_TABLES, type AvatarShelf, openAvatarShelf } from "./avatar-shelf.ts";
import { loadOwnAvatars, ownAvatarRoutes } from "./own-avatars.ts";

let folder: string;
let server: PlatformServer;
let shelf: AvatarShelf;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-avatars-"));
  await writeFile(join(folder, "avatars.json"), JSON.stringify([{ id: "nagi", file: "nagi.vrm" }]));
  await writeFile(join(folder, "nagi.vrm"), makeAvatar());
  const own = await loadOwnAvatars(folder);
  server = await startPlatformServer({
    tables: [AVATAR_TABLES],
    routes: async ({ store, log, folder: home }) => {
      const content = fileContentStore(join(home, "content"));
      shelf = openAvatarShelf({ store, content, own: own.ids, mostBytes: 10_000 });
      return [...avatarRoutes(shelf, log), ...ownAvatarRoutes(own)];
    },
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function bring(body: Uint8Array<ArrayBuffer>, type = "model/gltf-binary") {
  const authorization = `Bearer ${await server.signIn()}`;
  return server.ask("/avatars", {
    method: "POST",
    body,
    headers: { authorization, "content-type": type },
  });
}
const errorOf = async (answer: Response) =>
  ((await answer.json()) as { error: Record<string, unknown> }).error;

test("an avatar that somebody brings is found by others under its content id", async () => {
  const file = makeAvatar(avatarJson({ primitives: 2, outline: true }));
  const answer = await bring(file);
  expect(answer.status).toBe(201);
  const { avatar, drawCalls } = avatarAnswer.parse(await answer.json());
  expect(drawCalls).toBe(4);
  if (avatar.kind !== "file") throw new Error("It has no content id.");
  const found = await server.ask(`/ipfs/${avatar.cid}`);
  expect(found.headers.get("content-type")).toBe("model/gltf-binary");
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(file);
  expect(await shelf.isKnown(avatar)).toBe(true);
});

test("a broken avatar is refused with what is wrong, in both languages", async () => {
  const answer = await bring(makeAvatar(avatarJson({ dropBone: "head" })));
  expect(answer.status).toBe(422);
  const error = await errorOf(answer);
  expect(error).toMatchObject({ code: "avatar-unfit", reason: "avatar-bone-missing" });
  expect(error.findings).toContainEqual(
    expect.objectContaining({
      code: "avatar-bone-missing",
      message: expect.any(String),
      messageJa: expect.any(String),
    }),
  );
  const noise = await errorOf(await bring(new TextEncoder().encode("<html>")));
  expect(noise).toMatchObject({ code: "avatar-unfit", reason: "not-a-glb", findings: [] });
});

test("only who is signed in may bring one, of the right type, within size and room", async () => {
  const body = makeAvatar();
  const anybody = await server.ask("/avatars", { method: "POST", body });
  expect(anybody.status).toBe(401);
  expect((await bring(body, "text/html")).status).toBe(415);
  const large = await bring(new Uint8Array(20 * 1_024 * 1_024 + 1));
  expect(large.status).toBe(413);
  let status = 201;
  for (let i = 1; status === 201 && i < 20; i++) {
    status = (await bring(makeAvatar({ ...avatarJson(), extras: i }))).status;
  }
  expect(status).toBe(507);
});

test("one session brings five in an hour", async () => {
  const authorization = `Bearer ${await server.signIn()}`;
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) {
    const headers = { authorization, "content-type": "model/gltf-binary" };
    statuses.push(
      (await server.ask("/avatars", { method: "POST", body: "no avatar", headers })).status,
    );
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

test("one person's slow file keeps nobody else waiting, and has no second beside it", async () => {
  const authorization = `Bearer ${await server.signIn()}`;
  const headers = { authorization, "content-type": "model/gltf-binary" };
  const send = (body: BodyInit) =>
    server.ask("/avatars", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  let finish = () => {};
  const slow = send(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(10));
        finish = () => controller.close();
      },
    }),
  );
  await expect.poll(async () => (await send("second")).status).toBe(503);
  expect((await bring(new Uint8Array(9))).status).toBe(422);
  finish();
  expect((await slow).status).toBe(422);
});

test("what lies in the zone's store is worn if it is an avatar, and only then", async () => {
  const content = fileContentStore(join(server.folder, "content"));
  const put = async (bytes: Uint8Array) => ({
    kind: "file" as const,
    cid: await content.put(bytes),
  });
  expect(await shelf.isKnown(await put(makeAvatar({ ...avatarJson(), extras: "elsewhere" })))).toBe(
    true,
  );
  expect(await shelf.isKnown(await put(new TextEncoder().encode("{}")))).toBe(false);
  expect(await shelf.isKnown({ kind: "file", cid: `bafkrei${"a".repeat(52)}` })).toBe(false);
  expect(await shelf.isKnown({ kind: "own", id: "nagi" })).toBe(true);
  expect(await shelf.isKnown({ kind: "own", id: "stranger" })).toBe(false);
});

test("the zone's own avatars are served by name, and nothing beside them", async () => {
  const list = await server.ask("/avatars/avatars.json");
  expect(await list.json()).toHaveLength(1);
  const file = await server.ask("/avatars/nagi.vrm");
  expect(file.headers.get("content-type")).toBe("model/gltf-binary");
  const again = { headers: { "if-none-match": file.headers.get("etag") ?? "" } };
  expect((await server.ask("/avatars/nagi.vrm", again)).status).toBe(304);
  for (const path of ["/avatars/..%2fdata%2fworld.sqlite", "/avatars/%00", "/avatars/other.vrm"]) {
    expect((await server.ask(path)).status).toBe(404);
  }
});

test("avatars that were not built are said to be so", async () => {
  await mkdir(join(folder, "empty"));
  await expect(loadOwnAvatars(join(folder, "empty"))).rejects.toThrow(WorldServerError);
});
