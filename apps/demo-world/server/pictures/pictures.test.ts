import { join } from "node:path";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { createKeyWallet, type KeyWallet } from "@ryugu/sdk/wallet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pictureAnswer } from "../../src/sim/protocol/http.ts";
import { madeJpeg, madePng, madeWebp } from "../../test/support/made-picture.ts";
import { type PlatformServer, startPlatformServer } from "../../test/support/platform-server.ts";
import { pictureRoute } from "./picture-route.ts";
import { MAX_PICTURE, openPictureShelf, PICTURE_TABLES } from "./picture-shelf.ts";

const LIMITS = { ofPerson: 2 * MAX_PICTURE, ofAll: 3 * MAX_PICTURE };

let server: PlatformServer;
beforeAll(async () => {
  server = await startPlatformServer({
    tables: [PICTURE_TABLES],
    async routes({ store, log, folder }) {
      const content = fileContentStore(join(folder, "content"));
      return [pictureRoute(openPictureShelf({ store, content, limits: LIMITS }), log)];
    },
  });
});
afterAll(() => server.close());

async function bring(body: Uint8Array<ArrayBuffer>, type = "image/png", wallet?: KeyWallet) {
  const authorization = `Bearer ${await server.signIn(wallet)}`;
  return server.ask("/pictures", {
    method: "POST",
    body,
    headers: { authorization, "content-type": type },
  });
}
const errorOf = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: { code: string; reason?: string } };
  return `${answer.status} ${[error.code, error.reason].filter(Boolean).join("/")}`;
};

test.each([
  ["a PNG", madePng(64, 48), "image/png"],
  ["a JPEG", madeJpeg(4_096, 1), "image/jpeg"],
  ["a WebP", madeWebp.lossy(640, 480), "image/webp"],
] as const)("%s is kept, and found under its content id", async (_, bytes, type) => {
  const answer = await bring(bytes, type);
  expect(answer.status).toBe(201);
  const { picture } = pictureAnswer.parse(await answer.json());
  const found = await server.ask(`/ipfs/${picture}`);
  expect(found.headers.get("content-type")).toBe(type);
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(bytes);
});

test("what it is, its bytes say", async () => {
  const answer = await bring(madePng(3, 2), "application/octet-stream");
  expect(await answer.json()).toMatchObject({ width: 3, height: 2 });
});

test.each([
  ["a page", new TextEncoder().encode("<html>"), "415 picture-refused/type"],
  ["an SVG", new TextEncoder().encode("<svg/>"), "415 picture-refused/type"],
  ["a GIF", new TextEncoder().encode("GIF89a"), "415 picture-refused/type"],
  ["half a PNG", madePng(64, 48).slice(0, 60), "422 picture-refused/damaged"],
  ["a wide one", madePng(4_097, 1), "422 picture-refused/dimensions"],
  ["a high one", madeJpeg(1, 4_097), "422 picture-refused/dimensions"],
  ["an empty one", madePng(0, 10), "422 picture-refused/dimensions"],
  ["a large file", new Uint8Array(MAX_PICTURE + 1), "413 body-too-large"],
] as const)("%s is refused", async (_, bytes, expected) => {
  expect(await errorOf(await bring(bytes))).toBe(expected);
});

test("only who is signed in brings one, of a picture's type", async () => {
  const body = madePng(1, 1);
  expect((await server.ask("/pictures", { method: "POST", body })).status).toBe(401);
  expect((await bring(body, "text/html")).status).toBe(415);
});

test("one person's pictures have bounds over all their sessions, and all have; what is there takes no more room", async () => {
  /** As large as can be: what follows the end is no picture's. */
  const large = (shade: number) => {
    const bytes = new Uint8Array(MAX_PICTURE);
    const png = madePng(1, 1, shade);
    bytes.set(png.subarray(0, 41));
    bytes.set(png.subarray(41), MAX_PICTURE - png.length + 41);
    return bytes;
  };
  const wallet = createKeyWallet();
  for (const shade of [1, 2]) {
    expect((await bring(large(shade), "image/png", wallet)).status).toBe(201);
  }
  expect(await errorOf(await bring(large(3), "image/png", wallet))).toBe(
    "507 picture-refused/your-room",
  );
  expect((await bring(large(1), "image/png", wallet)).status).toBe(201);
  expect(await errorOf(await bring(large(3)))).toBe("507 picture-refused/room");
});

test("one session brings a dozen at once", async () => {
  const authorization = `Bearer ${await server.signIn()}`;
  const headers = { authorization, "content-type": "image/png" };
  const statuses = [];
  for (let i = 0; i < 13; i++) {
    statuses.push((await server.ask("/pictures", { method: "POST", body: "x", headers })).status);
  }
  expect(statuses.slice(0, 12)).toEqual(Array(12).fill(415));
  expect(statuses[12]).toBe(429);
});
