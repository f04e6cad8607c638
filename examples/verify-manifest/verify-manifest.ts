// #region verify-manifest
import { readZone, type ZoneTrust, zoneLanes } from "@ryugu/sdk/zone";

/** Reads a zone's manifest. Throws unless a quorum of the trusted validators signed exactly this. */
export function describeZone(manifest: string, trust: ZoneTrust): string[] {
  const zone = readZone(manifest, trust);
  const { name, version, quorum, partners, chains } = zone.manifest;
  return [
    `${name}, version ${version}, ${quorum} of ${partners.length} partners sign`,
    `chains: ${chains.map((chain) => `${chain.name} (${chain.id})`).join(", ")}`,
    `lanes: ${zoneLanes(zone).length}`,
  ];
}
// #endregion
