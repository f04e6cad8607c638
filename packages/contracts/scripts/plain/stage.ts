/**
 * A copy of the sources and tests that solc's plain pipeline compiles, unoptimized, in seconds instead of minutes.
 * Coverage and mutation testing run in it: there each instruction still belongs to a line.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../forge.ts";
import { REWRITES, type Rewrite } from "./rewrites.ts";

/** Ignored by git, and as deep in the repository as this package: tests find `../../vectors` from there too. */
const STAGES = join(PACKAGE_ROOT, "..", "..", ".ryugu");

const COPIED = ["src", "test", "foundry.toml"];
const LINKED = ["node_modules", "tools"];

/** Where a stage is. */
export function stagePath(name: string): string {
  return join(STAGES, name);
}

/** Makes a stage anew, keeping what forge compiled in it before; tells its folder. */
export function stage(name: string): string {
  const root = stagePath(name);
  mkdirSync(root, { recursive: true });
  for (const entry of [...COPIED, ...LINKED]) {
    rmSync(join(root, entry), { recursive: true, force: true });
  }
  for (const entry of COPIED) {
    cpSync(join(PACKAGE_ROOT, entry), join(root, entry), { recursive: true });
  }
  for (const entry of LINKED) symlinkSync(join(PACKAGE_ROOT, entry), join(root, entry));
  for (const file of new Set(REWRITES.map((rewrite) => rewrite.file))) {
    writeFileSync(join(root, file), plainSource(file));
  }
  return root;
}

/** A source as the plain pipeline can compile it. */
export function plainSource(file: string): string {
  const source = readFileSync(join(PACKAGE_ROOT, file), "utf8");
  return REWRITES.filter((rewrite) => rewrite.file === file).reduce(apply, source);
}

function apply(source: string, { file, from, to }: Rewrite): string {
  const [before, after, ...more] = source.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`scripts/plain/rewrites.ts does not fit ${file} any more: ${from}`);
  }
  if (from.split("\n").length !== to.split("\n").length) {
    throw new Error(`scripts/plain/rewrites.ts moves the lines of ${file}: ${from}`);
  }
  return before + to + after;
}
