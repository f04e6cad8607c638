import { RyuguError } from "@ryugu/sdk/errors";
import type { Zone } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../../config/schema.ts";
import { findSeat } from "../../config/zone.ts";
import { manifestSource } from "../../zone/manifest-source.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

const TIMEOUT = 10_000;

/** What reading the manifest found. */
export interface ZoneFound {
  findings: Finding[];
  zone: Zone | undefined;
}

/** Reads and verifies the manifest at its source. */
export async function examineZone({ manifest }: Readonly<NodeConfig>): Promise<ZoneFound> {
  try {
    const zone = await manifestSource(manifest.source, manifest, TIMEOUT).read();
    if (zone === undefined) return { findings: [], zone };
    const { name, version, signatures, partners, quorum } = zone.manifest;
    const signed = `signed by ${signatures.length} of ${partners.length}, ${quorum} needed`;
    return { findings: [good(`${name}, version ${version}, ${signed}`)], zone };
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    const advice =
      "A node that ran before starts all the same, with the newest manifest that it verified.";
    return { findings: [bad(reasonOf(error), advice)], zone: undefined };
  }
}

/** Whether the configuration is one for this zone. */
export function examineFit(config: Readonly<NodeConfig>, zone: Zone): Finding[] {
  const partner = zone.manifest.partners.find(({ name }) => name === config.partner);
  const unread = zone.manifest.chains.filter(({ id }) => config.chains.every((c) => c.id !== id));
  const missing = unread.map(({ id, name }) =>
    bad(`${name} (${id}) has no RPC endpoints here: its lanes are not served`, "Add it to chains."),
  );
  try {
    // Keys are another section's business: here the manifest's own address stands for the key.
    if (partner !== undefined) findSeat(zone, config, partner.validator);
    return [...missing, ...alone(config)];
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    return [bad(reasonOf(error)), ...missing];
  }
}

function alone({ chains }: Readonly<NodeConfig>): Finding[] {
  const trusting = chains.filter(({ agreement }) => agreement === 1).map(({ id }) => id);
  if (trusting.length === 0) return [];
  const advice =
    "Three endpoints of different providers, and agreement 2, let one of them lie or be down.";
  return [warn(`one endpoint alone is believed for ${trusting.join(", ")} (agreement 1)`, advice)];
}
