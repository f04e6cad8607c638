import { type NodeConfig, nodeConfigSchema } from "../../src/config/schema.ts";
import { nodeUrl, ZONE } from "../world/zone.ts";

/** How long a node waits for an RPC endpoint's answer, in milliseconds. */
export const RPC_TIMEOUT = 2_000;

const TUNING = {
  pollIntervalMs: 3_000,
  rpcTimeoutMs: RPC_TIMEOUT,
  peerTimeoutMs: 1_500,
  peerIntervalMs: 15_000,
  takeoverDelayMs: 4_000,
  bumpAfterMs: 9_000,
};

/** A shortfall would be a law broken: nothing answers it. */
const AUDIT = { act: "report", intervalMs: 10_000 };

/** The configuration of a partner's node. What would be read from files is in the simulation's hands. */
export function configOf(index: number, maxBlockRange: number): NodeConfig {
  const { zoneId, genesisSetHash, chains } = ZONE.manifest;
  const key = { keystore: "none", passphrase: { env: "NONE" } };
  return nodeConfigSchema.parse({
    schema: "ryugu-node-config/1",
    partner: partnerOf(index).name,
    manifest: { source: "none", zoneId, genesisSetHash },
    database: "none",
    validator: key,
    relayer: key,
    chains: chains.map(({ id, rpcUrls }) => ({ id, rpcUrls })),
    audit: AUDIT,
    tuning: { ...TUNING, maxBlockRange },
  });
}

/** A partner as the zone's manifest has it. */
export function partnerOf(index: number) {
  const partner = ZONE.manifest.partners[index];
  if (partner === undefined) throw new RangeError(`There is no partner ${index}.`);
  return partner;
}

/** The nodes of all other partners. */
export function peersOf(index: number) {
  return ZONE.manifest.partners
    .map(({ name, validator }, i) => ({ name, validator, url: nodeUrl(i) }))
    .filter((_, i) => i !== index);
}
