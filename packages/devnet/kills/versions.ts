import { readFileSync } from "node:fs";
import { PARTNERS } from "../src/zone/plan.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";

/** Which release every process of every node says that it is, by the process's name. */
export async function versionsOf(zone: RunningZone): Promise<ReadonlyMap<string, string>> {
  const processes = PARTNERS.flatMap(({ slug }) => zone.nodeProcesses(slug));
  const versions = await Promise.all(
    processes.map(async ({ name, plan }) => [name, await versionAt(portOf(plan.args))] as const),
  );
  return new Map(versions);
}

/** The last argument is the configuration. */
function portOf(args: readonly string[]): number {
  return JSON.parse(readFileSync(args.at(-1) ?? "", "utf8")).api.port;
}

async function versionAt(port: number): Promise<string> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return /^ryugu_node_info\{version="([^"]+)"/m.exec(metrics)?.[1] ?? "unknown";
}
