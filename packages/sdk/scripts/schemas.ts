/**
 * Writes the published JSON Schemas in `packages/sdk/schemas/` from the Zod schemas. Run it after a
 * schema has changed: `node --conditions=ryugu-source packages/sdk/scripts/schemas.ts`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchemas } from "./published-schemas.ts";

const folder = join(import.meta.dirname, "..", "schemas");
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(buildSchemas())) writeFileSync(join(folder, file), text);
