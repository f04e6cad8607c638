/** Writes src/transfer/known-errors.ts from the contracts' ABIs. */
import { readFileSync, writeFileSync } from "node:fs";
import { contractErrors } from "../test/contract-errors.ts";

const FILE = new URL("../src/transfer/known-errors.ts", import.meta.url);

const [head = ""] = readFileSync(FILE, "utf8").split("export const");
const lines = contractErrors().map((error) => `  "${error}",\n`);
writeFileSync(FILE, `${head}export const KNOWN_ERRORS = [\n${lines.join("")}] as const;\n`);
