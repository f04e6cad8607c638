import type { Attestation } from "@ryugu/sdk/lane";
import { readAttestations } from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import type { Cli } from "../cli.ts";
import { readTextSource } from "../input/read-source.ts";

/** Attestations of a whole lane fit in this, in bytes. */
const MAX_ATTESTATIONS = 1_000_000;

/** Reads the attestations that a person names, each verified; undefined where they name none, so that the zone's nodes are asked. */
export async function readAttestationFiles(
  cli: Cli,
  zone: Zone,
  sources: readonly string[] = [],
): Promise<Attestation[] | undefined> {
  if (sources.length === 0) return undefined;
  const texts = await Promise.all(
    sources.map((source) => readTextSource(cli, source, MAX_ATTESTATIONS)),
  );
  return texts.flatMap((text) => readAttestations(zone, text));
}
