import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = join(APP, "../..");
const MARKER = join(APP, ".tsbuild/page.sha256");

/** What the built page is made of: a file or a folder, from the repository's root. */
const SOURCES = [
  "apps/demo-world/src",
  "apps/demo-world/public",
  "apps/demo-world/index.html",
  "apps/demo-world/zone.html",
  "apps/demo-world/desk.html",
  "apps/demo-world/vite.config.ts",
  "apps/demo-world/scripts/build-if-stale.ts",
  "packages/sdk/src",
  "pnpm-lock.yaml",
];

/** Where the built page lies. */
export const DIST = join(APP, "dist");

/**
 * Builds the page unless what it is made of is unchanged since the last build, by content.
 *
 * @returns whether it was built
 */
export async function buildIfStale(): Promise<boolean> {
  const digest = await hashSources();
  const known =
    existsSync(join(DIST, "index.html")) && (await readFile(MARKER, "utf8").catch(() => ""));
  if (known === digest) return false;
  await buildForProduction();
  await mkdir(dirname(MARKER), { recursive: true });
  await writeFile(MARKER, digest);
  return true;
}

/** Whoever calls may be a test runner, whose NODE_ENV would bring React's development build. */
async function buildForProduction(): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({ root: APP, configFile: join(APP, "vite.config.ts"), logLevel: "warn" });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
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
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}
