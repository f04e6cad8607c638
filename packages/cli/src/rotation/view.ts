import { type RotationFile, rotationSigners } from "@ryugu/sdk/zone/council";
import { type Block, fields, lines } from "../output/blocks.ts";
import { accent, faint, type Line, title } from "../output/style.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";

/** A rotation as plain data: what it changes, and who has signed it. */
export function rotationJson({ epoch, quorum, validators, validFrom, ...file }: RotationFile) {
  const signers = [...rotationSigners({ epoch, quorum, validators, validFrom, ...file }).keys()];
  return { epoch, quorum, validators, validFrom, signers };
}

/** A rotation for people. */
export function rotationView(zone: FoundedZone, file: RotationFile, verdict: string): Block[] {
  const { epoch, quorum, validators, validFrom, signers } = rotationJson(file);
  const from = validFrom === 0 ? "at once" : new Date(validFrom * 1_000).toISOString();
  return [
    lines([title(zone.plan.spec.name), faint(`  ${verdict}`)]),
    fields(
      ["epoch", String(epoch)],
      ["quorum", `${quorum} of ${validators.length}`],
      ["valid from", from],
      ...validators.map((seat): [string, Line] => ["validator", accent(seat)]),
      ...signers.map((signer): [string, Line] => ["signed by", accent(signer)]),
    ),
  ];
}
