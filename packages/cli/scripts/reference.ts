import { writeFileSync } from "node:fs";
import { buildProgram } from "../src/program.ts";
import { writeReference } from "../src/reference.ts";
import { zoneFileJsonSchema } from "../src/zone/founding/zone-file-schema.ts";

/** Writes docs/reference/cli.md from the command's definitions, and the zone file's schema from the one that validates. */
const target = (name: string) => new URL(`../../../docs/reference/${name}`, import.meta.url);
writeFileSync(target("cli.md"), writeReference(buildProgram(() => async () => {})));
writeFileSync(
  target("zone-file.schema.json"),
  `${JSON.stringify(zoneFileJsonSchema(), null, 2)}\n`,
);
