import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { asDiskFull, assertDiskSpace } from "../disk.ts";
import { ZoneDiskFullError, ZoneFolderDamagedError, ZoneFolderForeignError } from "../errors.ts";
import { type ZoneLayout, zoneLayout } from "./layout.ts";
import { emptyFolder, openFolder, readSettings, writeSettings } from "./settings.ts";

let folder: ReturnType<typeof temporaryFolder>;
let layout: ZoneLayout;
beforeEach(() => {
  folder = temporaryFolder("settings");
  layout = zoneLayout(folder.path);
});
afterEach(() => folder.remove());

const SETTINGS = {
  schema: "ryugu-devnet/1",
  portBase: 18_500,
  createdAt: "2026-01-01T00:00:00.000Z",
} as const;

test("a folder with somebody's files is never taken for a zone's", () => {
  writeFileSync(join(folder.path, "thesis.doc"), "years of work");
  expect(() => openFolder(layout)).toThrow(ZoneFolderForeignError);
  expect(existsSync(join(folder.path, "thesis.doc"))).toBe(true);
});

test("settings are read back; none for a new zone; damaged ones are told", () => {
  openFolder(layout);
  expect(readSettings(layout)).toBeUndefined();
  writeSettings(layout, SETTINGS);
  expect(readSettings(layout)).toEqual(SETTINGS);
  writeFileSync(layout.settings, '{"schema":"ryugu-devnet/9"}');
  expect(() => readSettings(layout)).toThrow(ZoneFolderDamagedError);
  writeFileSync(layout.settings, "{");
  expect(() => readSettings(layout)).toThrow("--fresh");
});

test("beginning anew leaves nothing but the lock", () => {
  writeSettings(layout, SETTINGS);
  writeFileSync(join(folder.path, "zone.json"), "{}");
  writeFileSync(join(folder.path, "lock.db"), "");
  emptyFolder(layout);
  expect(readdirSync(folder.path)).toEqual(["lock.db"]);
});

test("too little room is told before anything begins, and a full disk in words", () => {
  expect(() => assertDiskSpace(folder.path, 0)).not.toThrow();
  expect(() => assertDiskSpace(folder.path, Number.MAX_SAFE_INTEGER)).toThrow(ZoneDiskFullError);
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  expect(asDiskFull(full, "state.json")).toBeInstanceOf(ZoneDiskFullError);
  const other = new Error("something else");
  expect(asDiskFull(other, "state.json")).toBe(other);
});
