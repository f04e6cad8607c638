import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configJsonSchema, signerJsonSchema } from "../src/config/json-schema.ts";

/** Writes the JSON Schemas of the configurations to docs/reference. Run it after changing one of them. */
const write = (name: string, schema: object) => {
  const url = new URL(`../../../docs/reference/${name}-config.schema.json`, import.meta.url);
  writeFileSync(fileURLToPath(url), `${JSON.stringify(schema, null, 2)}\n`);
};
write("node", configJsonSchema());
write("signer", signerJsonSchema());
