import { writeFileSync } from "node:fs";
import type { ChainId } from "@ryugu/sdk/primitives";
import { signManifest } from "@ryugu/sdk/zone";
import { validatorKey, type ZoneOnChains } from "./zone-on-chains.ts";

/**
 * Writes the zone's manifest, signed by these validators, and answers the options that name it.
 *
 * @param urlOf - other endpoints than the chains' own
 */
export async function writeManifest(
  world: ZoneOnChains,
  validators: readonly number[],
  urlOf?: (chain: ChainId) => string,
): Promise<string[]> {
  const { id, manifest } = world.zone;
  const { signatures: _, chains, ...rest } = manifest;
  const named = chains.map((each) => (urlOf ? { ...each, rpcUrls: [urlOf(each.id)] } : each));
  const body = { ...rest, chains: named };
  const signatures = await Promise.all(validators.map((n) => signManifest(validatorKey(n), body)));
  writeFileSync(world.path("manifest.json"), JSON.stringify({ ...body, signatures }));
  return ["--manifest", "manifest.json", "--trust", `${id}:${manifest.genesisSetHash}`];
}
