/**
 * Builds the contracts and writes their ABIs and bytecode as TypeScript, and the reference page from their NatSpec.
 *
 *   node scripts/build.ts           build and write
 *   node scripts/build.ts --check   build and fail where the committed files differ
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forge, PACKAGE_ROOT } from "./forge.ts";
import { generatedFiles } from "./generate.ts";
import { REFERENCE, referencePage } from "./reference/reference.ts";

const check = process.argv.includes("--check");

process.exitCode = forge("default", "build");
if (process.exitCode === 0) {
  const stale: string[] = [];
  const files = generatedFiles().set(REFERENCE, referencePage());
  for (const [path, content] of files) {
    const file = join(PACKAGE_ROOT, path);
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    stale.push(path);
    if (!check) writeFileSync(file, content);
  }
  for (const path of stale) process.stdout.write(`${check ? "out of date" : "wrote"}: ${path}\n`);
  if (check && stale.length > 0) {
    process.stderr.write("Run `npm run build` in packages/contracts and commit what it writes.\n");
    process.exitCode = 1;
  }
}
