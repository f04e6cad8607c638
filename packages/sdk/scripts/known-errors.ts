/** Writes the known-errors.ts of `transfer` and `payout` from the contracts' ABIs. */
import { readFileSync, writeFileSync } from "node:fs";
import { contractErrors, payoutErrors } from "../test/contract-errors.ts";

write("transfer", contractErrors());
write("payout", payoutErrors());

/** What stands above the list is kept. */
function write(folder: string, errors: readonly string[]): void {
  const file = new URL(`../src/${folder}/known-errors.ts`, import.meta.url);
  const [head = ""] = readFileSync(file, "utf8").split("export const");
  const lines = errors.map((error) => `  "${error}",\n`);
  writeFileSync(file, `${head}export const KNOWN_ERRORS = [\n${lines.join("")}] as const;\n`);
}
