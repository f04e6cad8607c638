import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { ZoneLockedError } from "../errors.ts";

/** A held lock on a zone's folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Makes sure that one process at a time runs a zone. SQLite's lock on a file is the system's own: it ends with
 * the process that holds it, however that ends.
 *
 * @throws ZoneLockedError naming the process that runs the zone
 */
export function lockFolder(folder: string): FolderLock {
  const holderPath = `${folder}/lock.pid`;
  const database = new DatabaseSync(`${folder}/lock.db`);
  try {
    database.exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw new ZoneLockedError("This zone is already running, or being started.", {
      cause,
      details: [
        `Folder: ${folder}`,
        `By process: ${readHolder(holderPath)}`,
        "Stop it with Ctrl-C in its terminal, or give this one another folder: npm start -- --data <folder>",
      ],
    });
  }
  writeFileSync(holderPath, `${process.pid}\n`);
  return { release: () => database.close() };
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "unknown";
  }
}
