import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { asDiskFull } from "../disk.ts";

/**
 * Replaces a file whole: a reader, or a start after a crash, sees the old content or the new.
 *
 * @throws ZoneDiskFullError
 */
export function writeFileAtomic(path: string, text: string, mode = 0o644): void {
  const draft = `${path}.new`;
  try {
    const file = openSync(draft, "w", mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    throw asDiskFull(error, path);
  }
}
