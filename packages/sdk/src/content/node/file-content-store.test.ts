import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContentId } from "../content-id.ts";
import { contentStoreContract, sampleBytes } from "../content-store.contract.ts";
import {
  ContentMismatchError,
  ContentTooLargeError,
  ContentUnavailableError,
  InvalidContentIdError,
} from "../errors.ts";
import { fileContentStore } from "./file-content-store.ts";

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ryugu-content-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const freshFolder = () => join(root, `${count++}`);
const fileOf = (folder: string, id: ContentId) => join(folder, id.slice(-2), id);

contentStoreContract(() => {
  const folder = freshFolder();
  return {
    store: fileContentStore(folder),
    async tamper(id) {
      const bytes = await readFile(fileOf(folder, id));
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      await writeFile(fileOf(folder, id), bytes);
    },
  };
});

test("a second store of the same folder holds what the first was given", async () => {
  const folder = freshFolder();
  const id = await fileContentStore(folder).put(sampleBytes(1_000));
  expect(await fileContentStore(folder).get(id)).toEqual(sampleBytes(1_000));
});

test.each([
  ["changed", (bytes: Buffer) => bytes.fill(7)],
  ["cut off", (bytes: Buffer) => bytes.subarray(0, 10)],
  ["emptied", () => Buffer.alloc(0)],
])("a file that was %s is reported, and mended by putting its bytes again", async (_, damage) => {
  const folder = freshFolder();
  const store = fileContentStore(folder);
  const bytes = sampleBytes(1_000);
  const id = await store.put(bytes);
  await writeFile(fileOf(folder, id), damage(await readFile(fileOf(folder, id))));
  await expect(store.get(id)).rejects.toThrow(ContentMismatchError);
  await store.put(bytes);
  expect(await store.get(id)).toEqual(bytes);
});

test("a file that has grown is reported, and mended by putting its bytes again", async () => {
  const folder = freshFolder();
  const store = fileContentStore(folder);
  const id = await store.put(sampleBytes(1_000));
  await writeFile(fileOf(folder, id), Buffer.alloc(5_000));
  await expect(store.get(id)).rejects.toThrow(ContentMismatchError);
  await expect(store.get(id, { maxBytes: 1_000 })).rejects.toThrow(ContentTooLargeError);
  await store.put(sampleBytes(1_000));
  expect(await store.get(id)).toEqual(sampleBytes(1_000));
});

test("removes what a stopped process left half written, and nothing younger", async () => {
  const folder = freshFolder();
  const old = join(folder, "partial", "old");
  const young = join(folder, "partial", "young");
  await mkdir(dirname(old), { recursive: true });
  await writeFile(old, "half");
  await writeFile(young, "half");
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  await utimes(old, yesterday, yesterday);
  await fileContentStore(folder).put(sampleBytes(10));
  expect(await readdir(dirname(old))).toEqual(["young"]);
});

test("an id that is no id cannot name a file outside the folder", async () => {
  const store = fileContentStore(freshFolder());
  await expect(store.get("../../etc/passwd" as ContentId)).rejects.toThrow(InvalidContentIdError);
});

test("a folder that cannot be used is a typed error", async () => {
  const file = freshFolder();
  await writeFile(file, "this is a file");
  await chmod(file, 0o400);
  await expect(fileContentStore(join(file, "below")).put(sampleBytes(1))).rejects.toThrow(
    ContentUnavailableError,
  );
});
