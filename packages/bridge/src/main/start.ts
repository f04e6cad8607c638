import { createHash } from "node:crypto";
import { createApi, listen } from "../api/server.ts";
import { loadConfig, readSecret } from "../config/load.ts";
import type { NodeConfig } from "../config/schema.ts";
import { findSeat } from "../config/zone.ts";
import { type OpenedKey, openKeystore } from "../signer/keystore.ts";
import { eventSpans } from "../telemetry/traces/event-spans.ts";
import { holdZone } from "../zone/held-zone.ts";
import { manifestSource } from "../zone/manifest-source.ts";
import { openZone } from "../zone/open-zone.ts";
import { systemClock } from "./clock.ts";
import { compose } from "./compose.ts";
import { freeBytes } from "./disk.ts";
import { createLogger, describeError, logReport } from "./logger.ts";
import { openStore } from "./open-store.ts";
import { openValidator, type ValidatorKey } from "./signers.ts";
import { superviseTask } from "./task.ts";
import { nodeTelemetry } from "./telemetry.ts";
import { openTraces } from "./traces.ts";
import { trailReport } from "./trail.ts";
import { VERSION } from "./version.ts";
import { openWebhooks } from "./webhooks.ts";

/** How long a step that is under way may take when the node stops, in milliseconds. It may be cut off. */
const STOP_PATIENCE = 3_000;

/** How long a manifest's server may take, in milliseconds. */
const MANIFEST_TIMEOUT = 15_000;

/** A node that runs. */
export interface RunningNode {
  /** The API's port. */
  port: number;
  /** Ends every task after the step it is in, closes the API and the database. */
  stop(): Promise<void>;
}

/**
 * Starts a node.
 *
 * @param configPath - the configuration file
 * @throws RyuguError for everything that an operator can put right
 */
export async function startNode(
  configPath: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningNode> {
  const config = await loadConfig(configPath);
  const source = manifestSource(config.manifest.source, config.manifest, MANIFEST_TIMEOUT);
  const { validator, relayer } = await openKeys(config, environment);
  const logger = createLogger(config.log.level, config.partner);
  const clock = systemClock;
  const webhooks = await openWebhooks(config, environment, clock);
  const traces = await openTraces(config, environment);
  const { store, lock } = await openStore(config.database, environment, clock);
  await store.own({ zoneId: config.manifest.zoneId, partner: config.partner });
  const view = holdZone(await openZone(source, store, config.manifest, logReport(logger)));
  const partner = findSeat(view.zone, config, validator.account);
  const { report, metrics } = nodeTelemetry(
    { config, zone: view.zone, partner },
    logReport(logger),
    trailReport(store, clock),
    ...(traces === undefined ? [] : [eventSpans(traces.tracer, clock)]),
  );
  const { tasks, accept, certify, vaultOf } = await compose(
    {
      config,
      view,
      source,
      partner,
      signer: validator.signerFor(view.zone.id),
      relayer,
      webhooks,
      traces,
      store,
      clock,
      report,
    },
    lock,
  );

  const stopping = new AbortController();
  const running: ReturnType<typeof superviseTask>[] = [];
  const health = () => running.map((task) => task.health());
  const app = await createApi({
    store,
    clock,
    view,
    partner,
    accept,
    certify,
    vaultOf,
    version: VERSION,
    health,
    report,
    metrics: (listeners) =>
      metrics.scrape({
        store,
        clock,
        health,
        listeners,
        freeBytes: () => freeBytes(config.database),
        chains: config.chains.map(({ id }) => id),
      }),
    onError: (error, request) =>
      logger.error(
        { method: request.method, url: request.url.split("?")[0], error: describeError(error) },
        "request-failed",
      ),
    requestsPerMinute: config.tuning.requestsPerMinute,
    access: config.access,
    isPublic: config.roles.includes("api"),
    limits: { ...config.api.limits, trustedProxies: config.api.trustedProxies },
  });
  try {
    const port = await listen(app, config.api);
    // Peers can ask before this node reads: the API answers first.
    running.push(...tasks.map((task) => superviseTask(task, clock, report, stopping.signal)));
    const unwatch = store.watch((topic) => {
      for (const task of running) task.wake(topic);
    });
    logger.info(
      { port, roles: config.roles, chains: config.chains.map(({ id }) => id) },
      "listening",
    );
    report({ type: "node-started", version: VERSION, configuration: fingerprint(config) });
    return {
      port,
      async stop() {
        stopping.abort();
        unwatch();
        const ended = Promise.all(running.map(({ done }) => done));
        await Promise.race([ended, clock.sleep(STOP_PATIENCE)]);
        await app.close();
        await traces?.close();
        await store.close();
        logger.info("node-stopped");
      },
    };
  } catch (error) {
    await app.close();
    await store.close();
    throw error;
  }
}

/** Tells one configuration from another without showing it. */
function fingerprint(config: Readonly<NodeConfig>): string {
  return createHash("sha256").update(JSON.stringify(config)).digest("hex");
}

async function openKeys(
  { validator, relayer }: NodeConfig,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ validator: ValidatorKey; relayer: OpenedKey | undefined }> {
  const openRelayer = async ({ keystore, passphrase }: NonNullable<NodeConfig["relayer"]>) =>
    openKeystore(keystore, await readSecret(passphrase, environment), "The relayer's keystore");
  const [ofValidator, ofRelayer] = await Promise.all([
    openValidator(validator, environment),
    relayer && openRelayer(relayer),
  ]);
  return { validator: ofValidator, relayer: ofRelayer };
}
