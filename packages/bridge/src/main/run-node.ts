import { createHash } from "node:crypto";
import type { TaskHealth } from "../api/context.ts";
import { createApi, createProcessApi, listen } from "../api/server.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { OpenedKey } from "../signer/keystore.ts";
import type { TraceExport } from "../telemetry/traces/exporter.ts";
import { type Composition, compose } from "./compose.ts";
import type { OpenedNode } from "./open-node.ts";
import { type NodeProcess, processContext } from "./process-context.ts";
import type { ValidatorKey } from "./signers.ts";
import { superviseTask } from "./task.ts";
import { VERSION } from "./version.ts";
import type { OpenedWebhook } from "./webhooks.ts";

/** How long a step that is under way may take when the node stops, in milliseconds. It may be cut off. */
const STOP_PATIENCE = 3_000;

/** A node that runs. */
export interface RunningNode {
  /** The API's port. */
  port: number;
  /** Ends every task after the step it is in, closes the API and the database. */
  stop(): Promise<void>;
}

/** What a node is given beside its database and its zone. */
export interface NodeMeans {
  validator: ValidatorKey;
  relayer: OpenedKey | undefined;
  webhooks: readonly OpenedWebhook[];
  traces: TraceExport | undefined;
}

/**
 * Begins a node's work.
 *
 * @param port - where its API listens
 * @throws ListenError
 */
export async function runNode(
  node: NodeProcess,
  opened: OpenedNode,
  means: NodeMeans,
  port: number,
): Promise<RunningNode> {
  const { config, clock, logger, telemetry } = node;
  const { report } = telemetry;
  const { store, lock, view, partner } = opened;
  const signer = means.validator.signerFor(view.zone.id);
  const composition = compose({ ...means, ...opened, signer, config, clock, report }, lock);
  const stopping = new AbortController();
  const running: ReturnType<typeof superviseTask>[] = [];
  const app = await apiOf(node, opened, composition, () => running.map((task) => task.health()));
  try {
    const at = await listen(app, { ...config.api, port });
    // Peers can ask before this node reads: the API answers first.
    running.push(
      ...composition.tasks.map((task) => superviseTask(task, clock, report, stopping.signal)),
    );
    const unwatch = store.watch((topic) => {
      for (const task of running) task.wake(topic);
    });
    const chains = config.chains.map(({ id }) => id);
    logger.info({ port: at, roles: config.roles, chains, partner: partner.name }, "listening");
    report({ type: "node-started", version: VERSION, configuration: fingerprint(config) });
    return {
      port: at,
      async stop() {
        stopping.abort();
        unwatch();
        const ended = Promise.all(running.map(({ done }) => done));
        await Promise.race([ended, clock.sleep(STOP_PATIENCE)]);
        await app.close();
        await composition.close();
        await means.traces?.close();
        await store.close();
        logger.info("node-stopped");
      },
    };
  } catch (error) {
    await app.close();
    await composition.close();
    await store.close();
    throw error;
  }
}

/** A process without the role `api` answers only how it fares. */
function apiOf(
  node: NodeProcess,
  { store, view, partner }: OpenedNode,
  { accept, certify, vaultOf, creatorStatements }: Composition,
  health: () => readonly TaskHealth[],
) {
  const context = processContext(node, store, health);
  return node.config.roles.includes("api")
    ? createApi({ ...context, store, view, partner, accept, certify, vaultOf, creatorStatements })
    : createProcessApi(context);
}

/** Tells one configuration from another without showing it. */
function fingerprint(config: Readonly<NodeConfig>): string {
  return createHash("sha256").update(JSON.stringify(config)).digest("hex");
}
