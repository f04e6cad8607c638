import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { metricsReference } from "../src/telemetry/reference.ts";

/** Writes docs/reference/metrics.md. Run it after changing the catalogue of metrics. */
const path = fileURLToPath(new URL("../../../docs/reference/metrics.md", import.meta.url));
writeFileSync(path, metricsReference());
