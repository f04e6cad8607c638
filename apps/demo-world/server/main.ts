/** The world server's command: `main.ts --config file.json`. The only file here that constructs. */
import { parseArgs } from "node:util";
import { RyuguError } from "@ryugu/sdk/errors";
import { loadConfig } from "./config.ts";
import { openContentReader } from "./content-store.ts";
import { WorldConfigError } from "./errors.ts";
import { loadPageFiles } from "./page-files.ts";
import { startWorldServer } from "./world-server.ts";
import { openZoneFile } from "./zone-file.ts";

const EXIT_CONFIG = 2;
const EXIT_FAILURE = 1;

function configPath(): string {
  const { values } = parseArgs({ options: { config: { type: "string" } } });
  if (values.config !== undefined) return values.config;
  throw new WorldConfigError("No configuration was named.", { details: ["--config file.json"] });
}

async function main(): Promise<void> {
  const config = await loadConfig(configPath());
  const server = await startWorldServer(
    {
      page: await loadPageFiles(config.dist),
      zone: openZoneFile(config.manifest, config.trust),
      content: openContentReader(config.content),
      trust: config.trust,
    },
    config,
  );
  process.stdout.write(
    `${JSON.stringify({ event: "listening", url: server.url, pid: process.pid })}\n`,
  );
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      void server.close();
    });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const wrongConfig = error instanceof WorldConfigError || !(error instanceof RyuguError);
  process.exitCode = wrongConfig ? EXIT_CONFIG : EXIT_FAILURE;
}
