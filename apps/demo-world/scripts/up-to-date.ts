import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Whether something must be built, and a way to remember that it was. */
export interface BuildState {
  isUpToDate: boolean;
  remember(): Promise<void>;
}

/**
 * Compares what something is made of, by content, with what it was made of last time.
 *
 * @param sources - files and folders, from the repository's root
 * @param marker - the file that remembers
 * @param outputs - files that must be there
 */
export async function isUpToDate(
  sources: readonly string[],
  marker: string,
  outputs: readonly string[],
): Promise<BuildState> {
  const digest = await hashSources(sources);
  const known = outputs.every((path) => existsSync(path))
    ? await readFile(marker, "utf8").catch(() => "")
    : "";
  return {
    isUpToDate: known === digest,
    async remember() {
      await mkdir(dirname(marker), { recursive: true });
      await writeFile(marker, digest);
    },
  };
}

async function hashSources(sources: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of (await listFiles(join(ROOT, source))).sort()) {
      if (file.includes(".test.")) continue;
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(await readFile(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (entries === undefined) return existsSync(path) ? [path] : [];
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}
