import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** What is left on a database file's disk, in bytes; undefined where nothing can be said. */
export async function freeBytes(database: unknown): Promise<number | undefined> {
  if (typeof database !== "string" || database === ":memory:") return undefined;
  const { bavail, bsize } = await statfs(dirname(database)).catch(() => ({ bavail: -1, bsize: 1 }));
  return bavail < 0 ? undefined : bavail * bsize;
}
