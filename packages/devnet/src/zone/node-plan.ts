import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import { chainId } from "@ryugu/sdk/primitives";
import type { ZoneKey, ZoneKeys } from "../keys/zone-keys.ts";
import { nodeCommand } from "../process/node-command.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import type { PartnerPlan, ZoneShape } from "./plan.ts";
import type { ZonePorts } from "./port-plan.ts";

const READY_WITHIN = 45_000;
const ANSWER_WITHIN = 2_000;
/** The manifest is a file here: looking at it often costs nothing. */
const MANIFEST_INTERVAL = 1_000;

/** The name of a partner's node among the zone's processes. */
export const nodeName = (slug: string) => `node-${slug}`;

/** Writes a partner's configuration, as the partner's own operator would, and says how to run its node. */
export function nodePlan(
  layout: ZoneLayout,
  ports: ZonePorts,
  keys: ZoneKeys,
  genesis: ZoneGenesis,
  partner: PartnerPlan,
  shape: ZoneShape,
): ProcessPlan {
  const { slug } = partner;
  const folder = layout.partner(slug);
  const configPath = join(folder, "node.json");
  const config = nodeConfig(layout, ports, keys, genesis, partner, shape);
  writeFileAtomic(configPath, `${JSON.stringify(config, null, 2)}\n`);
  return {
    name: nodeName(slug),
    ...nodeCommand(nodeProgram(), "start", "--config", configPath),
    cwd: folder,
    logPath: layout.log(nodeName(slug)),
    isReady: () => answersOk(`http://127.0.0.1:${ports.nodes[slug]}/v1/ready`),
    readyWithin: READY_WITHIN,
  };
}

function nodeConfig(
  layout: ZoneLayout,
  ports: ZonePorts,
  keys: ZoneKeys,
  { zoneId, setHash }: ZoneGenesis,
  { slug, name }: PartnerPlan,
  { chains }: ZoneShape,
): NodeConfigInput {
  const own = keys.partners[slug];
  if (own === undefined) throw new RangeError(`No keys for the partner ${slug}.`);
  return {
    schema: "ryugu-node-config/1",
    partner: name,
    manifest: { source: layout.manifest, zoneId, genesisSetHash: setHash },
    database: "node.db",
    validator: key(own.validator),
    relayer: key(own.relayer),
    chains: chains.map((chain) => ({
      id: chainId(chain.number),
      rpcUrls: [`http://127.0.0.1:${ports.endpoints[slug]?.[chain.slug]}`],
    })),
    api: { host: "127.0.0.1", port: ports.nodes[slug] ?? 0 },
    tuning: { manifestIntervalMs: MANIFEST_INTERVAL },
  };
}

const key = ({ path, passphrasePath }: ZoneKey) => ({
  keystore: path,
  passphrase: { file: passphrasePath },
});

function nodeProgram(): string {
  const fromHere = createRequire(import.meta.url);
  return join(dirname(fromHere.resolve("@ryugu/bridge/package.json")), "src/main.ts");
}

/** Whether an address answers with success. */
export async function answersOk(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN) })).ok;
}
