import { existsSync, readFileSync } from "node:fs";
import { canonicalJson, chainId, isSameAddress, type Json } from "@ryugu/sdk/primitives";
import { type ManifestBody, readZone, signManifest, type Zone } from "@ryugu/sdk/zone";
import { ZoneDeploymentError } from "../errors.ts";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { DeployedChain } from "./deploy-zone.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import type { ZoneLayout } from "./layout.ts";
import { PARTNERS, QUORUM, ZONE_NAME } from "./plan.ts";
import { worldUrl, type ZonePorts } from "./port-plan.ts";

type Facts = Omit<ManifestBody, "version" | "issuedAt">;

/**
 * Writes the zone manifest, signed by all five, or leaves the one that says the same.
 *
 * @throws ZoneDeploymentError when the contracts are others than those of an earlier start
 */
export async function signZone(
  layout: ZoneLayout,
  ports: ZonePorts,
  keys: ZoneKeys,
  genesis: ZoneGenesis,
  chains: readonly DeployedChain[],
): Promise<Zone> {
  const trust = { zoneId: genesis.zoneId, genesisSetHash: genesis.setHash };
  const known = readKnown(layout, trust);
  const facts = zoneFacts(ports, keys, genesis, chains);
  if (known !== undefined) assertSameGateways(known, facts);
  // A council that was changed since is not changed back by a start.
  if (known !== undefined && (known.manifest.epoch > 0 || says(known, facts))) return known;
  const body: ManifestBody = {
    ...facts,
    version: (known?.manifest.version ?? 0) + 1,
    issuedAt: new Date().toISOString(),
  };
  const signatures = [];
  for (const { validator } of Object.values(keys.partners)) {
    signatures.push(await signManifest(await validator.open(), body));
  }
  writeFileAtomic(layout.manifest, `${JSON.stringify({ ...body, signatures }, null, 2)}\n`);
  return readZone(readFileSync(layout.manifest, "utf8"), trust);
}

function readKnown(layout: ZoneLayout, trust: Parameters<typeof readZone>[1]): Zone | undefined {
  if (!existsSync(layout.manifest)) return undefined;
  return readZone(readFileSync(layout.manifest, "utf8"), trust);
}

/** Other code has other addresses; what is in the old vaults would be out of the zone's sight. */
function assertSameGateways({ manifest }: Zone, { chains }: Facts): void {
  const moved = chains.find(({ id, gateway }) =>
    manifest.chains.some((known) => known.id === id && !isSameAddress(known.gateway, gateway)),
  );
  if (moved === undefined) return;
  throw new ZoneDeploymentError("The contracts have changed since this zone was made.", {
    details: [
      `On ${moved.name} the gateway would now be ${moved.gateway}.`,
      "Begin anew: npm start -- --fresh. Or keep both: npm start -- --data <folder>",
    ],
  });
}

function says({ manifest }: Zone, facts: Facts): boolean {
  const { version: _, issuedAt: __, signatures: ___, ...known } = manifest;
  return canonicalJson(known as Json) === canonicalJson(facts as Json);
}

function zoneFacts(
  ports: ZonePorts,
  keys: ZoneKeys,
  { zoneId, set, setHash }: ZoneGenesis,
  chains: readonly DeployedChain[],
): Facts {
  const local = (port: number | undefined) => `http://127.0.0.1:${port ?? 0}`;
  return {
    schema: "ryugu-zone-manifest/1",
    name: ZONE_NAME,
    zoneId,
    genesisSetHash: setHash,
    epoch: set.epoch,
    quorum: QUORUM,
    partners: PARTNERS.flatMap(({ slug, name }) => {
      const validator = keys.partners[slug]?.validator.address;
      return validator ? [{ name, validator, nodeUrl: local(ports.nodes[slug]) }] : [];
    }),
    chains: chains.map(({ plan, gateway, block }) => ({
      id: chainId(plan.number),
      name: plan.name,
      gateway,
      startBlock: block,
      finality: { kind: plan.kind === "permissioned" ? "instant" : "tag" },
      rpcUrls: [local(ports.chains[plan.slug])],
    })),
    platforms: chains.map(({ plan }) => ({
      name: plan.name,
      partner: plan.partner,
      chain: chainId(plan.number),
      url: worldUrl(ports, plan.slug),
    })),
  };
}
