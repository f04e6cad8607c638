import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { digestOf } from "./digest.ts";
import { acquireLock } from "./lock.ts";

/** Something that is built of files. */
export interface Build {
  /** What paths of sources are counted from. */
  root: string;
  /** Files and folders that it is made of, from the root. */
  sources: readonly string[];
  /** Files that are there once it is built. */
  outputs: readonly string[];
  /** The file that remembers what it was made of last time. */
  marker: string;
  build: () => Promise<void>;
}

/**
 * Builds something unless what it is made of is unchanged, by content. Whoever asks meanwhile, in this process or another, waits
 * and finds it built. A build that fails is not remembered.
 *
 * @returns whether it was built here and now
 * @throws what the build throws
 */
export async function buildOnce({
  root,
  sources,
  outputs,
  marker,
  build,
}: Build): Promise<boolean> {
  const digest = await digestOf(root, sources);
  const isBuilt = async () =>
    outputs.every((path) => existsSync(path)) &&
    (await readFile(marker, "utf8").catch(() => "")) === digest;
  if (await isBuilt()) return false;
  await mkdir(dirname(marker), { recursive: true });
  const release = await acquireLock(`${marker}.lock`);
  try {
    if (await isBuilt()) return false;
    await rm(marker, { force: true });
    await build();
    await writeFile(marker, digest);
    return true;
  } finally {
    release();
  }
}
