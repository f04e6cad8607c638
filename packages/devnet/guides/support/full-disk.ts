import { execFileSync } from "node:child_process";
import { truncateSync } from "node:fs";

/** So much the files of a process may hold, in bytes: its log goes on, its database does not. */
const ROOM = 200_000;

/**
 * Lets a process's files grow no further: the system refuses its writes, as where a disk is full or a quota is used up.
 *
 * @param log - a file that must go on growing; it begins anew
 * @returns how to make room again
 */
export function fillDisk(pid: number, log: string): () => void {
  truncateSync(log);
  limitFiles(pid, `${ROOM}`);
  return () => limitFiles(pid, "unlimited");
}

/** The soft limit alone, so that it can be raised again. */
function limitFiles(pid: number, limit: string): void {
  execFileSync("prlimit", [`--pid=${pid}`, `--fsize=${limit}:`]);
}
