import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startTestApi } from "../test/harness/api.ts";
import { collectExamples, withExamples } from "../test/harness/api-examples.ts";

/**
 * Writes docs/reference/node-api.json: what the node answers at `/openapi.json`, with examples of what it answered. Run it
 * after changing the API's routes or schemas, then format it.
 */
const api = await startTestApi();
const document = await (await fetch(`${api.base}/openapi.json`)).json();
await api.close();
const text = JSON.stringify(withExamples(document, await collectExamples()), null, 2);
const path = fileURLToPath(new URL("../../../docs/reference/node-api.json", import.meta.url));
writeFileSync(path, `${text}\n`);
