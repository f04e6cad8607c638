import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildProgram } from "../src/program.ts";
import { writeReference } from "../src/reference.ts";
import { zoneFileJsonSchema } from "../src/zone/founding/zone-file-schema.ts";

/** Writes docs/reference/cli.md from the command's definitions, and the zone file's schema from the one that validates. */
const target = (name: string) => new URL(`../../../docs/reference/${name}`, import.meta.url);
writeFileSync(target("cli.md"), writeReference(buildProgram(() => async () => {})));
const schema = target("zone-file.schema.json");
writeFileSync(schema, `${JSON.stringify(zoneFileJsonSchema(), null, 2)}\n`);
// The linter wants JSON as its formatter has it.
const biome = fileURLToPath(new URL("../../../node_modules/.bin/biome", import.meta.url));
execFileSync(biome, ["format", "--write", fileURLToPath(schema)], { stdio: "inherit" });
