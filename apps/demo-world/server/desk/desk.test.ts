import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platformRandom } from "@ryugu/sdk/primitives";
import { afterAll, expect, test } from "vitest";
import { openWorldStore } from "../store/world-store.ts";
import { openDeskTalk } from "./booth-talk.ts";
import { DESK_TABLES, openDeskTokens } from "./desk-tokens.ts";

const folder = mkdtempSync(join(tmpdir(), "ryugu-desk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each desk opens with its own token, which the database does not hold", () => {
  const [path, database] = [join(folder, "desks.json"), join(folder, "world.sqlite")];
  const store = openWorldStore(database, [DESK_TABLES]);
  const tokens = openDeskTokens(store, ["kujira", "isoshigi"], path, platformRandom);
  const made: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(Buffer.from(made.kujira ?? "", "base64url")).toHaveLength(32);
  expect(tokens.admits("kujira", made.kujira ?? "")).toBe(true);
  expect(tokens.admits("isoshigi", made.kujira ?? "")).toBe(false);
  expect(tokens.admits("kujira", "")).toBe(false);
  expect(tokens.admits("nobody", made.kujira ?? "")).toBe(false);
  expect(tokens.admits("nobody", "no such desk")).toBe(false);
  store.checkpoint();
  store.close();
  expect(readFileSync(database).includes(made.kujira ?? "-")).toBe(false);

  // A later start makes none anew but for a desk that is new, and keeps the handover's others.
  const again = openWorldStore(database, [DESK_TABLES]);
  const later = openDeskTokens(again, ["kujira", "sazanami"], path, platformRandom);
  const all: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
  expect(all).toMatchObject(made);
  expect(later.admits("kujira", made.kujira ?? "")).toBe(true);
  expect(later.admits("sazanami", all.sazanami ?? "")).toBe(true);
  again.close();
});

test("questions reach the desk, answers the hall and the desk, and the memory is bounded", () => {
  const talk = openDeskTalk(["kujira"]);
  const [hall, desk]: [string[], string[]] = [[], []];
  const endHall = talk.subscribe((_, { text }) => hall.push(text));
  talk.follow((_, { text }) => desk.push(text));
  const entry = (text: string, staff: boolean) => ({ name: "n", text, at: 1, staff });
  talk.tell("kujira", entry("where?", false));
  talk.answer("kujira", entry("there", true));
  talk.answer("nobody", entry("lost", true));
  expect(hall).toEqual(["there"]);
  expect(desk).toEqual(["where?", "there"]);
  endHall();
  for (let i = 0; i < 300; i++) talk.answer("kujira", entry(String(i), true));
  expect(hall).toEqual(["there"]);
  expect(talk.recent("kujira")).toHaveLength(100);
  expect(talk.recent("kujira").at(-1)?.text).toBe("299");
});
