import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** For nobody else on the machine. */
const OWNER_ONLY = 0o600;

/** Writes a file that only its owner may read; it is there whole, or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, "w", OWNER_ONLY);
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}
