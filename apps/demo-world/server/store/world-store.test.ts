import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WorldStoreError } from "./errors.ts";
import { openWorldStore } from "./world-store.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-store-"));
});
afterAll(() => rm(folder, { recursive: true }));

const BOOKS = {
  name: "books",
  migrations: ["CREATE TABLE books (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"],
};
const COINS = { name: "coins", migrations: ["CREATE TABLE coins (id INTEGER PRIMARY KEY) STRICT"] };

test("modules come and grow each on their own", () => {
  const path = join(folder, "grow/world.sqlite");
  const first = openWorldStore(path, [BOOKS]);
  first.run("INSERT INTO books (text) VALUES (?)", "one");
  first.close();
  const pages = "ALTER TABLE books ADD COLUMN pages INTEGER NOT NULL DEFAULT 7";
  const grown = { ...BOOKS, migrations: [...BOOKS.migrations, pages] };
  const second = openWorldStore(path, [COINS, grown]);
  expect(second.get("SELECT text, pages FROM books")).toEqual({ text: "one", pages: 7 });
  expect(second.all("SELECT * FROM coins")).toEqual([]);
  second.close();
  expect(() => openWorldStore(path, [BOOKS])).toThrow(WorldStoreError);
});

test("work that fails is undone wholly, and the store goes on", () => {
  const store = openWorldStore(":memory:", [BOOKS]);
  expect(() =>
    store.transaction(() => {
      store.run("INSERT INTO books (text) VALUES ('half')");
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(store.all("SELECT * FROM books")).toEqual([]);
  expect(store.transaction(() => store.run("INSERT INTO books (text) VALUES ('whole')"))).toBe(1);
  expect(() => store.run("INSERT INTO books (text) VALUES (NULL)")).toThrow(WorldStoreError);
  store.close();
});

test("what was deleted is nowhere in the files after a checkpoint", async () => {
  const path = join(folder, "forget.sqlite");
  const secret = "a diploma in tea".repeat(40);
  const store = openWorldStore(path, [BOOKS]);
  const inFiles = async () => {
    const files = await Promise.all(
      [path, `${path}-wal`].map((file) => readFile(file).catch(() => Buffer.alloc(0))),
    );
    return Buffer.concat(files).includes("a diploma in tea");
  };
  store.run("INSERT INTO books (text) VALUES (?)", secret);
  expect(await inFiles()).toBe(true);
  store.run("DELETE FROM books");
  store.checkpoint();
  expect(await inFiles()).toBe(false);
  store.close();
});

test("a file that is no database is left as it is, with a sentence", async () => {
  const path = join(folder, "letter.txt");
  await writeFile(path, "Dear diary, ".repeat(100));
  expect(() => openWorldStore(path, [BOOKS])).toThrow(WorldStoreError);
  expect(await readFile(path, "utf8")).toContain("Dear diary");
});
