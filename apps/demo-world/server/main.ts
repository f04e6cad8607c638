/** The world server's command: `main.ts --config file.json`. The only file here that constructs. */
import { parseArgs } from "node:util";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { RyuguError } from "@ryugu/sdk/errors";
import { openPlatform } from "./compose.ts";
import { loadConfig } from "./config.ts";
import { openContentReader } from "./content-store.ts";
import { WorldConfigError } from "./errors.ts";
import { createLog } from "./log.ts";
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
  const log = createLog(
    (line) => process.stdout.write(line),
    () => new Date(),
  );
  const zone = openZoneFile(config.manifest, config.trust);
  const page = await loadPageFiles(config.dist);
  const content = fileContentStore(config.content);
  const platform = config.platform && (await openPlatform(config.platform, { zone, content, log }));
  const parts = {
    page,
    zone,
    content: openContentReader(config.content),
    trust: config.trust,
    ...(platform === undefined ? {} : { platform }),
  };
  const server = await startWorldServer(parts, config).catch(async (error: unknown) => {
    // What the platform has opened would keep the process alive.
    await platform?.sockets.close();
    platform?.close();
    throw error;
  });
  log("listening", { url: server.url, pid: process.pid });
  const stop = async () => {
    await server.close();
    platform?.close();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const wrongConfig = error instanceof WorldConfigError || !(error instanceof RyuguError);
  process.exitCode = wrongConfig ? EXIT_CONFIG : EXIT_FAILURE;
}
