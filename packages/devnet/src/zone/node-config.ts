import type { NodeConfigInput } from "@ryugu/bridge";
import { chainId } from "@ryugu/sdk/primitives";
import type { ZoneKey, ZoneKeys } from "../keys/zone-keys.ts";
import { payoutConfig } from "../money/payout-config.ts";
import type { ZoneMoney } from "../money/zone-money.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import type { PartnerPlan, ZoneShape } from "./plan.ts";
import type { ZonePorts } from "./port-plan.ts";

/** The manifest is a file here: looking at it often costs nothing. */
const MANIFEST_INTERVAL = 1_000;

/** What a node's configuration is written from. */
export interface NodeFacts {
  layout: ZoneLayout;
  ports: ZonePorts;
  keys: ZoneKeys;
  genesis: ZoneGenesis;
  shape: ZoneShape;
  money?: ZoneMoney;
}

/** A partner's configuration, as the partner's own operator would write it: of a node of one process. */
export function nodeConfig(facts: NodeFacts, { slug, name }: PartnerPlan): NodeConfigInput {
  const { layout, ports, keys, genesis, shape, money } = facts;
  const own = keys.partners[slug];
  if (own === undefined) throw new RangeError(`No keys for the partner ${slug}.`);
  const { zoneId, setHash } = genesis;
  return {
    schema: "ryugu-node-config/1",
    partner: name,
    manifest: { source: layout.manifest, zoneId, genesisSetHash: setHash },
    database: "node.db",
    validator: key(own.validator),
    relayer: key(own.relayer),
    chains: shape.chains.map((chain) => ({
      id: chainId(chain.number),
      rpcUrls: [`http://127.0.0.1:${ports.endpoints[slug]?.[chain.slug]}`],
    })),
    api: { host: "127.0.0.1", port: ports.nodes[slug] ?? 0 },
    tuning: { manifestIntervalMs: MANIFEST_INTERVAL },
    // Who runs a platform sees to it that its creators are paid.
    ...(money !== undefined && shape.chains.some(({ partner }) => partner === name)
      ? payoutConfig(money, shape)
      : {}),
  };
}

const key = ({ path, passphrasePath }: ZoneKey) => ({
  keystore: path,
  passphrase: { file: passphrasePath },
});
