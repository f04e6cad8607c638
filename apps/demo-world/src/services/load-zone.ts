import { bytes32 } from "@ryugu/sdk/primitives";
import { fetchZone, type ZoneManifest, type ZoneTrust } from "@ryugu/sdk/zone";
import { askJson } from "./ask.ts";

/** A manifest that this browser has verified, and what it was verified against. */
export interface LoadedZone {
  manifest: ZoneManifest;
  trust: ZoneTrust;
}

/**
 * Reads the trust anchor from the page's own server, then the manifest, and verifies its signatures here.
 *
 * @throws NodeUnavailableError, ManifestUnavailableError (both retryable), ManifestUntrustedError,
 * ManifestSignatureError, InvalidShapeError, InvalidJsonError
 */
export async function loadZone(signal: AbortSignal): Promise<LoadedZone> {
  const config = await askJson("/config.json", { signal, maxBytes: 16_000 });
  const trust = (config as { trust?: Record<string, string> } | null)?.trust ?? {};
  const anchor: ZoneTrust = {
    zoneId: bytes32(trust.zoneId ?? ""),
    genesisSetHash: bytes32(trust.genesisSetHash ?? ""),
  };
  const zone = await fetchZone("/zone.json", anchor, { signal });
  return { manifest: zone.manifest, trust: anchor };
}
