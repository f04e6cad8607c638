import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "tsdown";

/** The sub-paths of package.json's `exports` that have a source file. */
function sourceEntries(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const entries: Record<string, string> = {};
  for (const target of Object.values<string | { "ryugu-source": string }>(exports)) {
    if (typeof target === "string") continue;
    const source = target["ryugu-source"];
    if (!existsSync(new URL(source, import.meta.url))) continue;
    entries[source.replace(/^\.\/src\/(.*)\.ts$/, "$1")] = source;
  }
  return entries;
}

export default defineConfig({
  entry: sourceEntries(),
  format: "esm",
  platform: "neutral",
  target: "es2023",
  unbundle: true,
  root: "src",
  tsconfig: "tsconfig.build.json",
  sourcemap: true,
  dts: { sourcemap: true, eager: true },
  deps: { alwaysBundle: [/^@ryugu\/contracts/], onlyBundle: [/^@ryugu\/contracts/] },
  inputOptions: { resolve: { conditionNames: ["ryugu-source", "import", "default"] } },
});
