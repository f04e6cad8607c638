import { bytes32 } from "@ryugu/sdk/primitives";
import { fetchZone, type Zone, type ZoneTrust } from "@ryugu/sdk/zone";
import { type Platform, readPlatform } from "../../sim/protocol/platform.ts";
import { askJson } from "../ask.ts";
import { PlatformUnreachableError } from "../errors.ts";
import { askText } from "./ask-platform.ts";

/**
 * Reads and verifies the zone that the page's own server belongs to.
 *
 * @throws NodeUnavailableError, and what `fetchZone` throws
 */
export async function loadZoneHere(signal: AbortSignal): Promise<Zone> {
  const config = await askJson("/config.json", { signal, maxBytes: 16_000 });
  const trust = (config as { trust?: Record<string, string> } | null)?.trust ?? {};
  const anchor: ZoneTrust = {
    zoneId: bytes32(trust.zoneId ?? ""),
    genesisSetHash: bytes32(trust.genesisSetHash ?? ""),
  };
  return await fetchZone("/zone.json", anchor, { signal });
}

/**
 * Reads a platform's own description. What it says of itself must be what the zone's manifest says of it.
 *
 * @throws PlatformRefusedError, PlatformUnreachableError
 */
export async function loadPlatform(
  base: string,
  zone: Zone,
  signal: AbortSignal,
): Promise<Platform> {
  const platform = readPlatform(await askText(base, "/platform.json", { signal }));
  const known = zone.manifest.platforms.some(
    ({ chain, url }) =>
      chain === platform.chain && url !== undefined && isSameUrl(url, platform.url),
  );
  if (known) return platform;
  throw new PlatformUnreachableError(
    "The platform is not the one that the zone's manifest names.",
    {
      details: [`It says: ${platform.url} on ${platform.chain}`],
    },
  );
}

const isSameUrl = (a: string, b: string) => a.replace(/\/+$/, "") === b.replace(/\/+$/, "");
