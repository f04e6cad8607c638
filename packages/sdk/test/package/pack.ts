import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY, SDK, WORKPLACE } from "./places.ts";
import { runOrFail } from "./run-command.ts";

/** Everything that the tarball is made of, and what makes it. */
const INGREDIENTS = [
  "packages/sdk/src/**/*.ts",
  "packages/sdk/schemas/*.json",
  "packages/sdk/*.{json,md,ts}",
  "packages/sdk/LICENSE",
  "packages/contracts/abi/**/*.ts",
  "tsconfig.base.json",
  "pnpm-lock.yaml",
];

/**
 * Builds and packs the SDK as it would be published, unless the very same was packed before.
 *
 * @returns the tarball's path; its name changes with its ingredients
 */
export async function packSdk(): Promise<string> {
  const tarball = join(WORKPLACE, `ryugu-sdk-${hashIngredients()}.tgz`);
  if (existsSync(tarball)) return tarball;
  for (const old of globSync("*.tgz", { cwd: WORKPLACE })) rmSync(join(WORKPLACE, old));
  await runOrFail(process.execPath, [join(SDK, "node_modules/tsdown/dist/run.mjs")], SDK);
  const [report] = JSON.parse(
    await runOrFail(
      "npm",
      ["pack", "--ignore-scripts", "--json", "--silent", "--pack-destination", WORKPLACE],
      SDK,
    ),
  );
  renameSync(join(WORKPLACE, report.filename), tarball);
  return tarball;
}

function hashIngredients(): string {
  const hash = createHash("sha256");
  for (const path of INGREDIENTS.flatMap((glob) => globSync(glob, { cwd: REPOSITORY })).sort()) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(REPOSITORY, path)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
