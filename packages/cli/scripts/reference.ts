import { writeFileSync } from "node:fs";
import { buildProgram } from "../src/program.ts";
import { writeReference } from "../src/reference.ts";

/** Writes docs/reference/cli.md from the command's definitions. */
const target = new URL("../../../docs/reference/cli.md", import.meta.url);
writeFileSync(target, writeReference(buildProgram(() => async () => {})));
