import { readFile } from "node:fs/promises";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { fetchZone, readZone, type Zone, type ZonePartner } from "@ryugu/sdk/zone";
import { ConfigError } from "./errors.ts";
import type { NodeConfig } from "./schema.ts";

/** How long a manifest's server may take, in milliseconds. */
const TIMEOUT = 15_000;

/**
 * Reads the zone manifest and verifies it against what the configuration trusts.
 *
 * @throws ConfigError, and all that readZone throws
 */
export async function loadZone({
  source,
  zoneId,
  genesisSetHash,
}: NodeConfig["manifest"]): Promise<Zone> {
  const trust = { zoneId, genesisSetHash };
  if (/^https?:\/\//.test(source))
    return fetchZone(source, trust, { signal: AbortSignal.timeout(TIMEOUT) });
  let text: string;
  try {
    text = await readFile(source, "utf8");
  } catch (cause) {
    throw new ConfigError("The zone manifest cannot be read.", {
      cause,
      details: [`File: ${source}`],
    });
  }
  return readZone(text, trust);
}

/**
 * Finds this node's seat in the zone, and checks that the configuration fits the zone.
 *
 * @throws ConfigError
 */
export function findSeat(zone: Zone, config: NodeConfig, validator: string): ZonePartner {
  const { partners, chains } = zone.manifest;
  const partner = partners.find(({ name }) => name === config.partner);
  if (partner === undefined) {
    throw new ConfigError("The zone has no partner of the configured name.", {
      details: [
        `Configured: ${config.partner}`,
        `In the zone: ${partners.map(({ name }) => name).join(", ")}`,
      ],
    });
  }
  if (!isSameAddress(partner.validator, validator)) {
    throw new ConfigError(
      "The validator's keystore holds another key than the zone manifest names.",
      {
        details: [`In the manifest: ${partner.validator}`, `In the keystore: ${validator}`],
      },
    );
  }
  const configured = new Set(config.chains.map(({ id }) => id));
  const missing = chains.filter(({ id }) => !configured.has(id)).map(({ id }) => id);
  const unknown = config.chains
    .map(({ id }) => id)
    .filter((id) => !chains.some((chain) => chain.id === id));
  if (missing.length > 0 || unknown.length > 0 || configured.size !== config.chains.length) {
    throw new ConfigError(
      "The configuration must name RPC endpoints for each of the zone's chains, once.",
      {
        details: [
          `Missing: ${missing.join(", ") || "none"}`,
          `Not in the zone: ${unknown.join(", ") || "none"}`,
        ],
      },
    );
  }
  const short = config.chains.find(({ rpcUrls, agreement }) => agreement > rpcUrls.length);
  if (short !== undefined) {
    throw new ConfigError("More RPC endpoints must agree than are configured.", {
      details: [`Chain: ${short.id}`, `Agreement: ${short.agreement} of ${short.rpcUrls.length}`],
    });
  }
  return partner;
}
