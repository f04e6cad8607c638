import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configJsonSchema } from "../src/config/json-schema.ts";

/** Writes docs/reference/node-config.schema.json. Run it after changing the configuration's schema. */
const path = fileURLToPath(
  new URL("../../../docs/reference/node-config.schema.json", import.meta.url),
);
writeFileSync(path, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
