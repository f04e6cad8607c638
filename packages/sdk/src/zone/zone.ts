import {
  type GatewayReference,
  type LaneReference,
  laneId,
  type ValidatorSet,
} from "../lane/index.ts";
import {
  type Bytes32,
  type ChainId,
  isSameAddress,
  parseJson,
  parseShape,
} from "../primitives/index.ts";
import { NotInZoneError } from "./errors.ts";
import { manifestSchema, type ZoneChain, type ZoneManifest, type ZonePartner } from "./manifest.ts";
import { manifestValidatorSet, verifyManifest, type ZoneTrust } from "./signature.ts";

/** A verified zone: what its manifest says, ready to be asked. Immutable; does no I/O. */
export interface Zone {
  readonly manifest: ZoneManifest;
  readonly id: Bytes32;
  readonly validatorSet: ValidatorSet;
}

/** The largest manifest that is read, in characters. */
const MAX_MANIFEST = 1_000_000;

/**
 * Reads and verifies a manifest.
 *
 * @param source - the manifest as JSON text or as parsed JSON
 * @param trust - the zone id and genesis set hash that the caller knows beforehand
 * @throws InvalidJsonError, InvalidShapeError, ManifestUntrustedError, ManifestSignatureError
 *
 * @example
 * const zone = readZone(await response.text(), { zoneId, genesisSetHash });
 */
export function readZone(source: unknown, trust: ZoneTrust): Zone {
  const value = typeof source === "string" ? parseJson(source, MAX_MANIFEST) : source;
  const manifest = parseShape(manifestSchema, value, "The zone manifest");
  verifyManifest(manifest, trust);
  const { signatures: _, ...body } = manifest;
  return { manifest, id: manifest.zoneId, validatorSet: manifestValidatorSet(body) };
}

/** One chain of the zone. Throws NotInZoneError. */
export function zoneChain(zone: Zone, id: ChainId): ZoneChain {
  const chain = zone.manifest.chains.find((candidate) => candidate.id === id);
  if (chain !== undefined) return chain;
  throw new NotInZoneError(`The zone ${zone.manifest.name} has no chain ${id}.`, {
    details: [`Its chains: ${zone.manifest.chains.map((c) => c.id).join(", ")}`],
  });
}

/** The zone's contract on a chain. Throws NotInZoneError. */
export function zoneGateway(zone: Zone, id: ChainId): GatewayReference {
  return { chain: id, gateway: zoneChain(zone, id).gateway };
}

/** The lane from one chain to another. Throws NotInZoneError. */
export function zoneLane(
  zone: Zone,
  origin: ChainId,
  destination: ChainId,
): LaneReference & { id: Bytes32 } {
  if (origin === destination) {
    throw new NotInZoneError("A lane joins two different chains.", {
      details: [`Both: ${origin}`],
    });
  }
  const lane = {
    zoneId: zone.id,
    origin: zoneGateway(zone, origin),
    destination: zoneGateway(zone, destination),
  };
  return { ...lane, id: laneId(lane) };
}

/** Every lane that the zone can have: one for each ordered pair of chains. */
export function zoneLanes(zone: Zone): (LaneReference & { id: Bytes32 })[] {
  const ids = zone.manifest.chains.map(({ id }) => id);
  return ids.flatMap((from) =>
    ids.filter((to) => to !== from).map((to) => zoneLane(zone, from, to)),
  );
}

/** The partner whose seat a validator is, if any. */
export function partnerOf(zone: Zone, validator: string): ZonePartner | undefined {
  return zone.manifest.partners.find((partner) => isSameAddress(partner.validator, validator));
}
