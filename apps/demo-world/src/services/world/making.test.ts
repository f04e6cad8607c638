import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { checkAccounts, makeWork, newWorkKey, sendPicture } from "./making.ts";

const PICTURE = "b".padEnd(59, "a");
const WORK = {
  collection: `0x${"1".repeat(40)}`,
  tokenId: "1",
  split: `0x${"2".repeat(40)}`,
  spot: "4",
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A platform that answers so, and what it was asked. */
async function platformThat(answers: unknown, status = 200) {
  const asked: { path: string; type: string | undefined; body: string }[] = [];
  server = createServer(async (request, response) => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
    asked.push({ path: request.url ?? "", type: request.headers["content-type"], body });
    response.writeHead(status).end(JSON.stringify(answers));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("a picture goes with its own media type, and comes back as a content id", async () => {
  const { url, asked } = await platformThat({ picture: PICTURE, width: 4, height: 3 });
  const blob = new Blob(["pixels"], { type: "image/jpeg" });
  expect(await sendPicture(url, "abc", blob)).toBe(PICTURE);
  expect(asked).toEqual([{ path: "/pictures", type: "image/jpeg", body: "pixels" }]);
});

test("a work is asked for as it was written, and what is no work is not believed", async () => {
  const request = { key: newWorkKey(), title: "Wave", about: "", picture: PICTURE, creators: [] };
  const { url, asked } = await platformThat(WORK);
  expect(await makeWork(url, "abc", request)).toEqual(WORK);
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual(request);
  server?.close();
  const liar = await platformThat({ ...WORK, collection: "mine" });
  await expect(makeWork(liar.url, "abc", request)).rejects.toMatchObject({
    code: "platform-unreachable",
  });
});

test("a refusal keeps its reason, for the words", async () => {
  const { url } = await platformThat(
    { error: { code: "work-refused", reason: "full", message: "No frame." } },
    409,
  );
  const request = { key: newWorkKey(), title: "Wave", about: "", picture: PICTURE, creators: [] };
  await expect(makeWork(url, "abc", request)).rejects.toMatchObject({
    reason: "work-refused/full",
  });
});

test("a key is new each time, and a mistyped account is found before anything is sent", () => {
  expect(newWorkKey()).toMatch(/^0x[0-9a-f]{64}$/);
  expect(newWorkKey()).not.toBe(newWorkKey());
  const right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  expect(() => checkAccounts([right, right.toLowerCase()])).not.toThrow();
  expect(() => checkAccounts([right, right.replace("5aAe", "5bAe")])).toThrow("EIP-55");
});
