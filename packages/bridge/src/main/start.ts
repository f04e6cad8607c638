import type { RyuguError } from "@ryugu/sdk/errors";
import { isUrl, loadConfig } from "../config/load.ts";
import type { NodeConfig } from "../config/schema.ts";
import { eventSpans } from "../telemetry/traces/event-spans.ts";
import { systemClock } from "./clock.ts";
import { createLogger, logReport } from "./logger.ts";
import { type OpenedNode, openNode } from "./open-node.ts";
import type { NodeProcess } from "./process-context.ts";
import { type RunningNode, runNode } from "./run-node.ts";
import { openKeys } from "./signers.ts";
import { nodeTelemetry } from "./telemetry.ts";
import { openTraces } from "./traces.ts";
import { trailReport } from "./trail.ts";
import { waitFor } from "./wait-for.ts";
import { waitingApi } from "./waiting-api.ts";
import { openWebhooks } from "./webhooks.ts";

/** What a node is at that waits for its database or its zone, as tasks are named. */
const OPENING = "start";

/**
 * Starts a node. While its database server, or the manifest's, is away it waits, and says so at its API.
 *
 * @param configPath - the configuration file
 * @param signal - ends the waiting
 * @returns undefined when it was told to stop before it could begin
 * @throws RyuguError for everything that an operator can put right
 */
export async function startNode(
  configPath: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<RunningNode | undefined> {
  const config = await loadConfig(configPath);
  const { validator, relayer } = await openKeys(config, environment);
  const logger = createLogger(config.log.level, config.partner);
  const clock = systemClock;
  const webhooks = await openWebhooks(config, environment, clock);
  const traces = await openTraces(config, environment);
  let opened: OpenedNode | undefined;
  const telemetry = nodeTelemetry(config, () => opened?.view.zone, logReport(logger));
  const { report } = telemetry;
  const node: NodeProcess = { config, clock, logger, telemetry };

  const waiting = waitingApi(node, OPENING);
  opened = await waitFor(() => openNode({ config, environment, validator, clock, report }), {
    task: OPENING,
    clock,
    report,
    signal,
    isPassing: (error) => mayPass(error, config),
    onAway: waiting.say,
  });
  const port = await waiting.close();
  if (opened === undefined) {
    await traces?.close();
    logger.info("node-stopped");
    return undefined;
  }
  telemetry.add(trailReport(opened.store, clock));
  if (traces !== undefined) telemetry.add(eventSpans(traces.tracer, clock));
  const means = { validator, relayer, webhooks, traces };
  return runNode(node, opened, means, port ?? config.api.port);
}

/**
 * Whether waiting may be enough. A database file that another process holds, and a manifest's file that is not there, are
 * mistakes of whoever starts the node, and are told at once.
 */
function mayPass({ code, retryable }: RyuguError, { manifest }: Readonly<NodeConfig>): boolean {
  if (code === "store-locked") return false;
  return retryable && (code !== "manifest-unavailable" || isUrl(manifest.source));
}
