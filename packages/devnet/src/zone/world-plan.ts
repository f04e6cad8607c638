import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeCommand } from "../process/node-command.ts";
import { runOnce } from "../process/run-once.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import { answersOk } from "./node-plan.ts";
import type { ZonePorts } from "./port-plan.ts";

const APP = fileURLToPath(new URL("../../../../apps/demo-world", import.meta.url));
const READY_WITHIN = 20_000;

/** Whether the demo world is here: it is in the repository, and not in a stranger's tests. */
export const hasWorld = () => existsSync(join(APP, "server/main.ts"));

/** Builds the page if its sources changed. Throws ProcessStartError. */
export async function buildWorld(layout: ZoneLayout, signal?: AbortSignal): Promise<void> {
  await runOnce({
    name: "Building the page",
    ...nodeCommand(join(APP, "scripts/build.ts")),
    cwd: APP,
    logPath: layout.log("page-build"),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Writes the world server's configuration and says how to run it. */
export function worldPlan(layout: ZoneLayout, ports: ZonePorts, genesis: ZoneGenesis): ProcessPlan {
  const config = {
    host: "127.0.0.1",
    port: ports.page,
    dist: join(APP, "dist"),
    manifest: layout.manifest,
    content: layout.content,
    trust: { zoneId: genesis.zoneId, genesisSetHash: genesis.setHash },
  };
  writeFileAtomic(layout.world, `${JSON.stringify(config, null, 2)}\n`);
  return {
    name: "page",
    ...nodeCommand(join(APP, "server/main.ts"), "--config", layout.world),
    cwd: layout.folder,
    logPath: layout.log("page"),
    isReady: () => answersOk(`http://127.0.0.1:${ports.page}/health`),
    readyWithin: READY_WITHIN,
  };
}
