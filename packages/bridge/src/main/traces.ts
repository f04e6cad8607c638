import { readSecret } from "../config/load.ts";
import type { NodeConfig } from "../config/schema.ts";
import { exportTraces, type TraceExport } from "../telemetry/traces/exporter.ts";
import { VERSION } from "./version.ts";

/**
 * Opens the way to the collector, where the configuration names one.
 *
 * @throws ConfigError where a secret cannot be read
 */
export async function openTraces(
  { telemetry, partner }: Pick<NodeConfig, "telemetry" | "partner">,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<TraceExport | undefined> {
  const { otlp } = telemetry;
  if (otlp === undefined) return undefined;
  const { url, header } = otlp;
  const headers =
    header === undefined
      ? {}
      : { [header.name]: (await readSecret(header.value, environment)).trim() };
  const attributes = {
    "service.name": "ryugu-node",
    "service.version": VERSION,
    "ryugu.partner": partner,
  };
  return exportTraces({ url, headers, attributes });
}
