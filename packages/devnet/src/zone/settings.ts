import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { ZoneFolderDamagedError, ZoneFolderForeignError } from "../errors.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { ZoneLayout } from "./layout.ts";

const MAX_PORT_BASE = 65_000;

const settingsSchema = z.strictObject({
  schema: z.literal("ryugu-devnet/1"),
  portBase: z.int().check(z.minimum(1_024), z.maximum(MAX_PORT_BASE)),
  createdAt: z.iso.datetime(),
});

/** What was chosen when a zone was made. */
export type ZoneSettings = z.output<typeof settingsSchema>;

/**
 * Opens a zone's folder, made if it is not there.
 *
 * @throws ZoneFolderForeignError when it holds something, and no zone
 */
export function openFolder(layout: ZoneLayout): void {
  mkdirSync(layout.folder, { recursive: true });
  if (existsSync(layout.settings)) return;
  const foreign = readdirSync(layout.folder).filter((name) => !name.startsWith("lock."));
  if (foreign.length === 0) return;
  throw new ZoneFolderForeignError("The folder is not empty and holds no zone.", {
    details: [`Folder: ${layout.folder}`, `It holds: ${foreign.slice(0, 5).join(", ")}`],
  });
}

/** Empties a zone's folder, but for the lock that the caller holds. */
export function emptyFolder(layout: ZoneLayout): void {
  // Last of all what marks the folder as a zone's, so that an interrupted emptying can be done again.
  const names = readdirSync(layout.folder).filter((name) => !name.startsWith("lock."));
  for (const name of names.sort(
    (a, b) => Number(a === "devnet.json") - Number(b === "devnet.json"),
  )) {
    rmSync(`${layout.folder}/${name}`, { recursive: true, force: true });
  }
}

/** Reads a zone's settings; undefined for a new zone. Throws ZoneFolderDamagedError. */
export function readSettings(layout: ZoneLayout): ZoneSettings | undefined {
  if (!existsSync(layout.settings)) return undefined;
  try {
    return parseShape(
      settingsSchema,
      parseJson(readFileSync(layout.settings, "utf8")),
      "The settings of the zone's folder",
    );
  } catch (cause) {
    throw new ZoneFolderDamagedError("The zone's folder cannot be read by this version.", {
      cause,
      details: [layout.settings, "Begin anew: npm start -- --fresh"],
    });
  }
}

export function writeSettings(layout: ZoneLayout, settings: ZoneSettings): void {
  writeFileAtomic(layout.settings, `${JSON.stringify(settings, null, 2)}\n`);
}
