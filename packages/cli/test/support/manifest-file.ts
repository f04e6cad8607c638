import { writeFileSync } from "node:fs";
import { signManifest } from "@ryugu/sdk/zone";
import { validatorKey, type ZoneOnChains } from "./zone-on-chains.ts";

/** Writes the zone's manifest, signed by these validators, and answers the options that name it. */
export async function writeManifest(
  world: ZoneOnChains,
  validators: readonly number[],
): Promise<string[]> {
  const { id, manifest } = world.zone;
  const { signatures: _, ...body } = manifest;
  const signatures = await Promise.all(validators.map((n) => signManifest(validatorKey(n), body)));
  writeFileSync(world.path("manifest.json"), JSON.stringify({ ...body, signatures }));
  return ["--manifest", "manifest.json", "--trust", `${id}:${manifest.genesisSetHash}`];
}
