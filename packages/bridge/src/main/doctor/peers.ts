import { isSameAddress, readBoundedText } from "@ryugu/sdk/primitives";
import type { Zone, ZonePartner } from "@ryugu/sdk/zone";
import type { NodeConfig } from "../../config/schema.ts";
import { VERSION } from "../version.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** No answer about a node is longer, in bytes. */
const MAX_BYTES = 65_536;
/** Clocks that are further apart confuse logs, deadlines and rotations, in seconds. */
const SKEW = 30;

/** Asks the other partners' nodes who they are, and what time it is. */
export async function examinePeers(config: Readonly<NodeConfig>, zone: Zone): Promise<Finding[]> {
  const { manifest } = zone;
  const own = manifest.partners.find(({ name }) => name === config.partner);
  const others = manifest.partners.filter(({ name }) => name !== config.partner);
  const found = await Promise.all(others.map((partner) => ask(config, zone, partner)));
  const answering = found.filter(({ condition }) => condition !== "bad").length;
  const seats = answering + (own === undefined ? 0 : 1);
  if (seats >= manifest.quorum) return found;
  const text = `${seats} validators can be reached and ${manifest.quorum} are needed: nothing moves`;
  return [...found, bad(text)];
}

async function ask(
  { peers, tuning }: Readonly<NodeConfig>,
  zone: Zone,
  { name, nodeUrl, validator }: ZonePartner,
): Promise<Finding> {
  const url = peers.find(({ partner }) => partner === name)?.url ?? nodeUrl;
  try {
    const signal = AbortSignal.timeout(tuning.peerTimeoutMs);
    const response = await fetch(`${url.replace(/\/$/, "")}/v1/node`, { signal });
    const text = await readBoundedText(response, MAX_BYTES);
    const node = JSON.parse(text) as { version?: unknown; zoneId?: unknown; validator?: unknown };
    if (node.zoneId !== zone.id) return bad(`${name} at ${url} answers for another zone`);
    if (typeof node.validator !== "string" || !isSameAddress(node.validator, validator))
      return bad(`${name} at ${url} answers with another validator than the manifest's`);
    return describe(name, String(node.version), skewOf(response.headers.get("date")));
  } catch (error) {
    return bad(`${name} at ${url} does not answer: ${reasonOf(error)}`);
  }
}

function describe(name: string, version: string, skew: number): Finding {
  const release = version === VERSION ? `release ${version}` : `another release, ${version}`;
  if (skew <= SKEW) return good(`${name} answers, ${release}`);
  return warn(`${name} answers, and its clock is ${skew} s from ours`, "Compare both with NTP.");
}

function skewOf(date: string | null): number {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? 0 : Math.round(Math.abs(Date.now() - time) / 1_000);
}
