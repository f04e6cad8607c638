import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import { nodeCommand } from "../process/node-command.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { ZoneLayout } from "./layout.ts";
import { type NodeFacts, nodeConfig } from "./node-config.ts";
import type { PartnerPlan } from "./plan.ts";

const READY_WITHIN = 45_000;
const ANSWER_WITHIN = 2_000;

/** The name of a partner's node among the zone's processes. */
export const nodeName = (slug: string) => `node-${slug}`;

/** Writes a partner's configuration and says how to run its node in one process. */
export function nodePlan(facts: NodeFacts, partner: PartnerPlan): ProcessPlan {
  const config = nodeConfig(facts, partner);
  const path = join(facts.layout.partner(partner.slug), "node.json");
  return processPlan(facts.layout, partner, { name: nodeName(partner.slug), path, config });
}

/** One process of a node, and what it is configured with. */
export interface ConfiguredProcess {
  name: string;
  /** Where its configuration is written. */
  path: string;
  config: NodeConfigInput;
}

/** Writes a configuration and says how to run the process that reads it. */
export function processPlan(
  layout: ZoneLayout,
  { slug }: PartnerPlan,
  { name, path, config }: ConfiguredProcess,
): ProcessPlan {
  writeFileAtomic(path, `${JSON.stringify(config, null, 2)}\n`);
  return {
    name,
    ...nodeCommand(NODE_PROGRAM, "start", "--config", path),
    cwd: layout.partner(slug),
    logPath: layout.log(name),
    isReady: () => answersOk(`http://127.0.0.1:${config.api?.port}/v1/ready`),
    readyWithin: READY_WITHIN,
  };
}

const NODE_PROGRAM = join(
  dirname(createRequire(import.meta.url).resolve("@ryugu/bridge/package.json")),
  "src/main.ts",
);

/** The same process by another release's program. */
export function ofRelease(plan: ProcessPlan, program: string): ProcessPlan {
  const args = plan.args.map((arg) => (arg === NODE_PROGRAM ? program : arg));
  return { ...plan, args };
}

/** Whether an address answers with success. */
export async function answersOk(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN) })).ok;
}
