import { recoverSigner } from "@ryugu/sdk/lane";
import { address, isSameAddress } from "@ryugu/sdk/primitives";
import { manifestDigest, signManifest, type ZoneManifest } from "@ryugu/sdk/zone";
import { CouncilActError } from "@ryugu/sdk/zone/council";
import type { Cli } from "../../cli.ts";
import { EXIT } from "../../exit-code.ts";
import { loadPayer, type PayerOptions } from "../../keys/load-key.ts";
import type { Outcome } from "../../outcome.ts";
import { type FoundedZone, readZoneFile } from "../founding/zone-file.ts";
import { readUnsigned, writeManifest } from "./draft.ts";
import { manifestView } from "./view.ts";

/** `ryugu zone manifest sign` */
export async function signManifestCommand(
  cli: Cli,
  source: string,
  options: PayerOptions & { zone: string; out?: string },
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const manifest = await readUnsigned(cli, source);
  assertOfZone(manifest, zone);
  const key = await loadPayer(cli, options);
  if (!manifest.partners.some(({ validator }) => isSameAddress(validator, key.address))) {
    throw new CouncilActError("The key is no validator of this manifest.", {
      details: [`Key: ${key.address}`],
    });
  }
  const { signatures, ...body } = manifest;
  const digest = manifestDigest(body);
  const others = signatures.filter(
    ({ validator, signature }) =>
      !isSameAddress(validator, key.address) &&
      isSameAddress(recoverSigner(digest, signature), validator),
  );
  const signer = {
    getAddress: async () => address(key.address),
    signTypedData: key.signTypedData,
  };
  const signed = { ...body, signatures: [...others, await signManifest(signer, body)] };
  const out = options.out ?? source;
  await writeManifest(cli, out, signed);
  const signers = signed.signatures.map(({ validator }) => validator);
  return {
    json: { file: out, version: signed.version, quorum: signed.quorum, signatures: signers },
    view: manifestView(signed, `Signed by ${key.address}, written to ${out}.`),
    exitCode: EXIT.ok,
  };
}

/** Who signs answers for what it says: zone and gateways must be those that the signer's own file gives. */
function assertOfZone(manifest: ZoneManifest, { plan }: FoundedZone): void {
  const facts: [string, string, string][] = [
    ["zone id", plan.zoneId, manifest.zoneId],
    ["genesis set hash", plan.genesisSetHash, manifest.genesisSetHash],
    ...manifest.chains.map(({ name, gateway }): [string, string, string] => [
      `gateway on ${name}`,
      plan.gateway,
      gateway,
    ]),
  ];
  for (const [what, expected, found] of facts) {
    if (expected.toLowerCase() === found.toLowerCase()) continue;
    throw new CouncilActError(`The manifest has another ${what} than the zone file gives.`, {
      details: [`Expected: ${expected}`, `Received: ${found}`, "Nothing was signed."],
    });
  }
}
