import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { computeContentId } from "../compute-content-id.ts";
import { type ContentId, parseContentId } from "../content-id.ts";
import {
  type ContentStore,
  checkSize,
  DEFAULT_MAX_BYTES,
  notFound,
  verifyContent,
} from "../content-store.ts";
import { ContentMismatchError, ContentTooLargeError, ContentUnavailableError } from "../errors.ts";
import { atomicWriter } from "./atomic-writer.ts";

/**
 * A {@link ContentStore} of files below one folder, named by their content ids. A file appears
 * whole and synced or not at all, whenever the process or the machine stops; one that was damaged
 * since is reported as `content-mismatch` and mended by the next `put` of its bytes.
 */
export function fileContentStore(folder: string): ContentStore {
  const writer = atomicWriter(join(folder, "partial"));
  return {
    async put(bytes) {
      const copy = bytes.slice();
      const id = await computeContentId(copy);
      await guard(id, async () => {
        const path = pathOf(folder, id);
        if (!(await holds(path, id, copy))) await writer.write(path, copy);
      });
      return id;
    },
    async get(id, { maxBytes = DEFAULT_MAX_BYTES } = {}) {
      const bytes = await guard(id, () => readWhole(pathOf(folder, id), id, maxBytes));
      if (bytes === undefined) throw notFound(id);
      await verifyContent(id, bytes);
      return bytes;
    },
    async has(id) {
      return guard(id, async () => {
        const found = await stat(pathOf(folder, id)).catch(absentAsUndefined);
        return found?.isFile() ?? false;
      });
    },
  };
}

/** `<folder>/<last two characters>/<id>`: folders stay small, and an id never leaves the folder. */
function pathOf(folder: string, id: ContentId): string {
  const name = parseContentId(id);
  return join(folder, name.slice(-2), name);
}

/** Whether the file is there already with exactly these bytes. */
async function holds(path: string, id: ContentId, bytes: Uint8Array): Promise<boolean> {
  try {
    const found = await readWhole(path, id, bytes.length);
    return found !== undefined && Buffer.compare(found, bytes) === 0;
  } catch (error) {
    if (error instanceof ContentTooLargeError) return false;
    throw error;
  }
}

/** Reads a file of at most `maxBytes`; undefined when there is none. */
async function readWhole(
  path: string,
  id: ContentId,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(absentAsUndefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    checkSize(id, size, maxBytes);
    return await readExactly(file, id, size);
  } finally {
    await file.close();
  }
}

async function readExactly(file: FileHandle, id: ContentId, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) {
      throw new ContentMismatchError("The file became shorter while it was read.", {
        details: [`Content id: ${id}`],
      });
    }
    at += bytesRead;
  }
  return bytes;
}

function absentAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}

/** Turns what the file system throws into a typed error. */
async function guard<T>(id: ContentId, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new ContentUnavailableError("The folder of the content store could not be used.", {
      cause,
      details: [`Content id: ${id}`, cause.message],
    });
  }
}
