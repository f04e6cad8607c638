import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startTestApi } from "../test/harness/api.ts";

/** Writes docs/reference/node-api.json. Run it after changing the API's routes or schemas, then format it. */
const api = await startTestApi();
const text = await (await fetch(`${api.base}/openapi.json`)).text();
await api.close();
const path = fileURLToPath(new URL("../../../docs/reference/node-api.json", import.meta.url));
writeFileSync(path, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
