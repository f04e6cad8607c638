import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SDK } from "./places.ts";

/** The sub-paths of package.json that are code: `lane` -> `src/lane/index.ts`. */
export function subPaths(): Map<string, string> {
  const { exports } = JSON.parse(readFileSync(join(SDK, "package.json"), "utf8"));
  const found = new Map<string, string>();
  for (const [name, target] of Object.entries<string | { "ryugu-source": string }>(exports)) {
    if (typeof target !== "string") found.set(name.slice(2), target["ryugu-source"]);
  }
  return found;
}

/** The folders under `src` that have an index: each should be a sub-path. */
export function foldersWithIndex(): string[] {
  return globSync("src/**/index.ts", { cwd: SDK })
    .map((path) => dirname(path).slice("src/".length))
    .sort();
}

/** Every name an index exports, in order; types are marked. */
export function exportedNames(source: string): string[] {
  const path = join(SDK, source);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  return [...text.matchAll(/export\s+(type\s+)?\{([^}]*)\}/g)]
    .flatMap(([, allTypes, list = ""]) =>
      list
        .split(",")
        .map((name) => name.trim().replace(/\s+/g, " "))
        .filter((name) => name !== "")
        .map((name) => (allTypes ? `type ${name}` : name)),
    )
    .sort();
}
