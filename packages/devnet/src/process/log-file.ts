import { closeSync, copyFileSync, openSync, statSync, truncateSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** A log over this many bytes is set aside as `<path>.old` and begun anew. */
const MAX_BYTES = 5_000_000;

/** Opens a log for a child process, which writes to it itself and so outlives the supervisor. */
export function openLog(path: string): number {
  trimLog(path);
  return openSync(path, "a");
}

/** Gives up a child's log once the child has it. */
export function releaseLog(descriptor: number): void {
  closeSync(descriptor);
}

/** Sets a log aside when it is too large. The child goes on writing: it appends. */
export function trimLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_BYTES) return;
  copyFileSync(path, `${path}.old`);
  truncateSync(path);
}

/** The last lines of a log, for an error's details. */
export async function logTail(path: string, lines: number): Promise<string[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-lines);
}
