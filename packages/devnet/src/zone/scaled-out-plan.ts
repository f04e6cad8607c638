import { join } from "node:path";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import { type NodeFacts, nodeConfig } from "./node-config.ts";
import { nodeName, processPlan } from "./node-plan.ts";
import type { PartnerPlan, ScaledOut } from "./plan.ts";
import { processPort } from "./port-plan.ts";

const SECRET = 0o600;
const READY_WITHIN = 240_000;

/** A node of several processes on one PostgreSQL, and where its peers find it. */
export interface ScaledOutNode {
  plans: ProcessPlan[];
  /** Where the processes answer; those with the API are behind the node's own port. */
  ports: { all: number[]; api: number[] };
}

/** Writes the configurations of a partner's processes and says how to run them. */
export function scaledOutPlan(
  facts: NodeFacts,
  partner: PartnerPlan,
  { databases, processes }: ScaledOut,
): ScaledOutNode {
  const { layout, ports } = facts;
  const { slug } = partner;
  const secret = join(layout.partner(slug), "database-url");
  writeFileAtomic(secret, databases[slug] ?? "", SECRET);
  const config = {
    ...nodeConfig(facts, partner),
    database: { postgres: { url: { file: secret } } },
  };
  // For commands that are run beside the processes: doctor, council, export.
  writeFileAtomic(join(layout.partner(slug), "node.json"), `${JSON.stringify(config, null, 2)}\n`);
  const names = processNames(partner, { processes });
  const made = names.map((name, i) => {
    const port = processPort(ports, slug, i);
    const roles = [...(processes[i] ?? [])];
    const path = join(layout.partner(slug), `${name}.json`);
    const own = { ...config, roles, api: { host: "127.0.0.1", port } };
    return { port, roles, plan: processPlan(layout, partner, { name, path, config: own }) };
  });
  return {
    // They share the machine with dozens of others.
    plans: made.map(({ plan }) => ({ ...plan, readyWithin: READY_WITHIN })),
    ports: {
      all: made.map(({ port }) => port),
      api: made.flatMap(({ roles, port }) => (roles.includes("api") ? [port] : [])),
    },
  };
}

/** What a partner's processes are called: by their roles, and numbered. */
export function processNames(
  { slug }: PartnerPlan,
  { processes }: Pick<ScaledOut, "processes">,
): string[] {
  const words = processes.map((roles) => roles.join("-"));
  return words.map((word, i) => {
    const before = words.slice(0, i).filter((other) => other === word).length;
    return `${nodeName(slug)}-${word}-${before + 1}`;
  });
}
