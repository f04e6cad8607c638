import { signRotation } from "@ryugu/sdk/lane";
import { mergeRotations, rotationOf } from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { readZoneFile } from "../zone/founding/zone-file.ts";
import { readRotationFile, writeRotationFile } from "./rotation-file.ts";
import { rotationJson, rotationView } from "./view.ts";

/** What a person typed after `zone rotation sign`. */
export interface SignRotationOptions extends PayerOptions {
  zone: string;
  out?: string;
}

/** `ryugu zone rotation sign`. Asks no chain: the key may lie where there is no network. */
export async function signRotationCommand(
  cli: Cli,
  source: string,
  options: SignRotationOptions,
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const file = await readRotationFile(cli, source, zone);
  const key = await loadPayer(cli, options);
  const mine = await signRotation(key, file.zoneId, rotationOf(file));
  const signed = mergeRotations([{ ...file, signatures: [...file.signatures, mine] }]);
  const out = options.out ?? source;
  await writeRotationFile(cli, out, signed);
  return {
    json: { file: out, signer: key.address, ...rotationJson(signed) },
    view: rotationView(zone, signed, `Signed by ${key.address}, written to ${out}.`),
    exitCode: EXIT.ok,
  };
}
