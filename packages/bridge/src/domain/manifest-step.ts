import { isSameAddress } from "@ryugu/sdk/primitives";
import type { Zone, ZoneManifest } from "@ryugu/sdk/zone";
import { ManifestRefusedError } from "./errors.ts";

/**
 * Whether a verified manifest takes the place of the one that a node goes by.
 *
 * @returns false for the same one
 * @throws ManifestRefusedError for an older one, another one of the same version, or one that moves a gateway
 */
export function isNextManifest(current: Zone, found: Zone): boolean {
  const [known, next] = [current.manifest, found.manifest];
  if (next.version < known.version)
    throw refused("The zone manifest is older than the one that this node goes by.", known, next);
  if (next.version === known.version) {
    if (isSameContent(known, next)) return false;
    throw refused("Another zone manifest has the same version.", known, next);
  }
  if (found.validatorSet.epoch < current.validatorSet.epoch)
    throw refused("A newer zone manifest goes back to an earlier epoch.", known, next);
  const moved = next.chains.find(({ id, gateway }) =>
    known.chains.some((chain) => chain.id === id && !isSameAddress(chain.gateway, gateway)),
  );
  if (moved !== undefined)
    throw refused(`A newer zone manifest moves the gateway of ${moved.id}.`, known, next);
  return true;
}

/** More signatures on the same content change nothing. */
function isSameContent(a: ZoneManifest, b: ZoneManifest): boolean {
  const content = ({ signatures: _, ...body }: ZoneManifest) => JSON.stringify(body);
  return content(a) === content(b);
}

function refused(why: string, known: ZoneManifest, found: ZoneManifest): ManifestRefusedError {
  return new ManifestRefusedError(why, {
    details: [`This node's version: ${known.version}`, `Found: ${found.version}`],
  });
}
