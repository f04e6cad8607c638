import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "@ryugu/build-once";
import { build } from "vite";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the built page is made of: a file or a folder, from the repository's root. */
const SOURCES = [
  "apps/demo-world/src",
  "apps/demo-world/public",
  "apps/demo-world/index.html",
  "apps/demo-world/zone.html",
  "apps/demo-world/desk.html",
  "apps/demo-world/creator.html",
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
export const buildIfStale = (): Promise<boolean> =>
  buildOnce({
    root: join(APP, "../.."),
    sources: SOURCES,
    outputs: [join(DIST, "index.html")],
    marker: join(APP, ".tsbuild/page.sha256"),
    build: buildForProduction,
  });

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
