import { ROOT } from "./paths.mjs";
import { runNode } from "./run.mjs";

/** Lint, format, types and docs: all are run even when the first finds something. */
export async function check(args) {
  const lint = await runNode([`${ROOT}/node_modules/@biomejs/biome/bin/biome`, "check", ...args]);
  const types = await runNode([`${ROOT}/node_modules/typescript/bin/tsc`, "-b"]);
  if (types === 0) console.log("Types are right.");
  const docs = await runNode([`${ROOT}/scripts/check-docs.mjs`]);
  return lint || types || docs;
}
