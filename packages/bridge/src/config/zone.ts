import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import { ConfigError } from "./errors.ts";
import type { NodeConfig } from "./schema.ts";

/**
 * Finds whose node this is, and checks that the configuration fits the zone. A partner that the zone does not
 * have yet is one that joins: its node reads, and signs when the council has rotated it in.
 *
 * @throws ConfigError
 */
export function findSeat(
  zone: Zone,
  config: NodeConfig,
  validator: Address,
): { name: string; validator: Address } {
  assertOwnSeat(zone, config.partner, validator);
  assertChains(zone, config);
  return { name: config.partner, validator };
}

/**
 * Name and key must be of the same partner, where the zone knows one of them.
 *
 * @throws ConfigError
 */
export function assertOwnSeat(zone: Zone, name: string, validator: Address): void {
  const { partners } = zone.manifest;
  const named = partners.find((partner) => partner.name === name);
  if (named !== undefined && !isSameAddress(named.validator, validator)) {
    throw new ConfigError(
      "The validator's keystore holds another key than the zone manifest names.",
      { details: [`In the manifest: ${named.validator}`, `In the keystore: ${validator}`] },
    );
  }
  const keyed = partners.find((partner) => isSameAddress(partner.validator, validator));
  if (named !== undefined || keyed === undefined) return;
  throw new ConfigError("The zone has no partner of the configured name.", {
    details: [`Configured: ${name}`, `The validator's key is that of: ${keyed.name}`],
  });
}

/** Chains that the zone gets later may be configured before; those that it has and the node does not read are said later. */
function assertChains(zone: Zone, { chains }: NodeConfig): void {
  const ids = chains.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    throw new ConfigError("The configuration names a chain twice.", {
      details: [`Chain: ${twice}`],
    });
  }
  const ofZone = zone.manifest.chains.map(({ id }) => id);
  if (!ids.some((id) => ofZone.includes(id))) {
    throw new ConfigError("The configuration has RPC endpoints for none of the zone's chains.", {
      details: [`The zone's: ${ofZone.join(", ")}`, `Configured: ${ids.join(", ")}`],
    });
  }
}
