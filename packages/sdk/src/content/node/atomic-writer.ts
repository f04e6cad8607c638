import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A partial file this old, in milliseconds, belongs to a process that stopped. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** Writes files that are whole and synced, or absent. */
export interface AtomicWriter {
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Writes each file into `folder`, syncs it, renames it to its place and syncs that place's
 * folders. What an earlier process left in `folder` is removed before the first write.
 *
 * @param folder - on the same file system as the targets
 */
export function atomicWriter(folder: string): AtomicWriter {
  let prepared: Promise<void> | undefined;
  return {
    async write(path, bytes) {
      prepared ??= prepare(folder);
      await prepared.catch((error) => {
        prepared = undefined;
        throw error;
      });
      await mkdir(dirname(path), { recursive: true });
      const partial = join(folder, randomUUID());
      try {
        await writeSynced(partial, bytes);
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      await syncFolder(dirname(dirname(path)));
    },
  };
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER) {
      await rm(path, { force: true });
    }
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or a new folder itself durable. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
