import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAvatars } from "../avatars/build.ts";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = [join(APP, "avatars"), join(APP, "src/sim/motion")];

/** Where the built avatars lie: `<id>.vrm`, `<id>.png` and `avatars.json`. */
export const AVATARS = join(APP, "dist-avatars");

const MARKER = join(AVATARS, "sources.sha256");

/**
 * Builds the avatars unless what they are made of is unchanged since the last build, by content.
 *
 * @returns whether they were built
 */
export async function buildAvatarsIfStale(): Promise<boolean> {
  const digest = await hashSources();
  const known =
    existsSync(join(AVATARS, "avatars.json")) && (await readFile(MARKER, "utf8").catch(() => ""));
  if (known === digest) return false;
  await mkdir(AVATARS, { recursive: true });
  for (const [name, bytes] of buildAvatars()) await writeFile(join(AVATARS, name), bytes);
  await writeFile(MARKER, digest);
  return true;
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const entries = await Promise.all(
    SOURCES.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );

  const files = entries
    .flat()
    .filter((entry) => entry.isFile())
    .map((e) => join(e.parentPath, e.name));
  for (const file of files.sort()) {
    if (file.includes(".test.")) continue;
    hash
      .update(`${relative(APP, file)}\0`)
      .update(await readFile(file))
      .update("\0");
  }
  return hash.digest("hex");
}
