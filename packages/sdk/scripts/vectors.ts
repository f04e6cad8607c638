/**
 * Writes the language-neutral cases in `vectors/`. Run it after a deliberate change of the protocol:
 * `node --conditions=ryugu-source packages/sdk/scripts/vectors.ts`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildVectors } from "../test/vectors.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../../vectors");
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(await buildVectors())) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
}
