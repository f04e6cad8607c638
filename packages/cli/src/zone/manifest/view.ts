import { isSameAddress } from "@ryugu/sdk/primitives";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import { type Block, fields, lines, table } from "../../output/blocks.ts";
import { accent, faint, good, type Line, title, warn } from "../../output/style.ts";

/** A manifest on its way around the validators: what it is about, and who has signed it. */
export function manifestView(manifest: ZoneManifest, verdict: string): Block[] {
  const { signatures, quorum, partners, chains } = manifest;
  const count = `${signatures.length} of ${quorum} signatures`;
  const hasSigned = (seat: string) =>
    signatures.some(({ validator }) => isSameAddress(validator, seat));
  return [
    lines([title(manifest.name), faint(`  version ${manifest.version}  ${verdict}`)]),
    fields(
      ["signed", signatures.length >= quorum ? good(count) : warn(count)],
      ["zone id", accent(manifest.zoneId)],
      ["genesis set", accent(manifest.genesisSetHash)],
    ),
    table(
      ["partner", "validator", "node", "manifest"],
      partners.map(({ name, validator, nodeUrl }): Line[] => [
        name,
        accent(validator),
        nodeUrl,
        hasSigned(validator) ? good("signed") : faint("not signed"),
      ]),
    ),
    table(
      ["chain", "id", "gateway", ">from block"],
      chains.map(({ name, id, gateway, startBlock }): Line[] => [
        name,
        id,
        accent(gateway),
        String(startBlock),
      ]),
    ),
  ];
}
