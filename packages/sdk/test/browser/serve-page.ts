import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

/** A built page on a free port of this machine. */
export interface ServedPage {
  port: number;
  stop(): Promise<void>;
}

/** Bundles the page beside this file from the SDK's source, and serves it. */
export async function servePage(): Promise<ServedPage> {
  const root = join(import.meta.dirname, "page");
  const outDir = await mkdtemp(join(tmpdir(), "ryugu-sdk-page-"));
  const quiet = { root, configFile: false, logLevel: "silent" } as const;
  await build({
    ...quiet,
    resolve: { conditions: ["ryugu-source", "module", "browser", "import", "default"] },
    build: { outDir, emptyOutDir: true, target: "es2023" },
  });
  const server = await preview({
    ...quiet,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, strictPort: false },
  });
  return {
    port: Number(new URL(server.resolvedUrls?.local[0] ?? "").port),
    async stop() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
