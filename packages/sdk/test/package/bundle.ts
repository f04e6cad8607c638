import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

/** What a browser loads for some imports of the SDK. */
export interface BundleReport {
  /** Bytes loaded at once, minified and gzipped. */
  bytes: number;
  /** Bytes of code loaded only when it is called for. */
  lazyBytes: number;
  /** The minified code of all chunks. */
  code: string;
  /** Every module in the bundle, by path. */
  modules: string[];
  /** Every import of a Node built-in that was met on the way: `node:fs (by …/file.js)`. */
  builtins: string[];
}

const ENTRY = "\0entry.js";

/** Bundles a line of code for browsers, in a project where the SDK is installed. */
export async function bundleForBrowser(root: string, source: string): Promise<BundleReport> {
  const builtins: string[] = [];
  const result = await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        enforce: "pre",
        resolveId(id, importer) {
          if (isBuiltin(id)) builtins.push(`${id} (by ${importer})`);
          return id === "entry" ? ENTRY : undefined;
        },
        load: (id) => (id === ENTRY ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: "entry", onLog: () => undefined },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === "chunk");
  const atOnce = loadedAtOnce(chunks);
  return {
    bytes: sizeOf(chunks.filter(({ fileName }) => atOnce.has(fileName))),
    lazyBytes: sizeOf(chunks.filter(({ fileName }) => !atOnce.has(fileName))),
    code: chunks.map(({ code }) => code).join("\n"),
    modules: chunks.flatMap(({ modules }) => Object.keys(modules)),
    builtins,
  };
}

/** `events/` with a slash is the npm package of that name, as people who need it in browsers write it. */
function isBuiltin(id: string): boolean {
  return id.startsWith("node:") || builtinModules.includes(id);
}

/** The entry, and what it imports statically. */
function loadedAtOnce(chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (fileName: string) => {
    if (found.has(fileName)) return;
    found.add(fileName);
    chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(visit);
  };
  for (const { isEntry, fileName } of chunks) if (isEntry) visit(fileName);
  return found;
}

function sizeOf(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}
