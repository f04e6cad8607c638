import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

/** A built page on a free port of this machine. */
export interface ServedPage {
  port: number;
  stop(): Promise<void>;
}

/** What else the page's site answers; says whether it did. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Bundles the page beside this file, or another folder's, from the SDK's source, and serves it. */
export async function servePage(
  root = join(import.meta.dirname, "page"),
  answer: Answer = async () => false,
): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), "ryugu-sdk-page-"));
  const quiet = { root, configFile: false, logLevel: "silent" } as const;
  await build({
    ...quiet,
    resolve: { conditions: ["ryugu-source", "module", "browser", "import", "default"] },
    build: { outDir, emptyOutDir: true, target: "es2023" },
  });
  const server = await preview({
    ...quiet,
    plugins: [
      {
        name: "site",
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            answer(request, response).then((isAnswered) => isAnswered || next(), next);
          });
        },
      },
    ],
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
