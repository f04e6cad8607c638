/** The zone: its signed, versioned manifest, and the questions one asks of it. */
export {
  ManifestSignatureError,
  ManifestUnavailableError,
  ManifestUntrustedError,
  NotInZoneError,
} from "./errors.ts";
export { type FetchZoneOptions, fetchZone } from "./fetch-zone.ts";
export {
  type Finality,
  type ManifestBody,
  manifestBodySchema,
  manifestSchema,
  type ZoneChain,
  type ZoneManifest,
  type ZonePartner,
  type ZonePlatform,
} from "./manifest.ts";
export {
  assertTrusted,
  manifestDigest,
  manifestValidatorSet,
  signManifest,
  verifyManifest,
  type ZoneTrust,
} from "./signature.ts";
export {
  partnerOf,
  readZone,
  type Zone,
  zoneChain,
  zoneGateway,
  zoneLane,
  zoneLanes,
} from "./zone.ts";
