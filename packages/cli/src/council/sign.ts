import { signCouncilAct } from "@ryugu/sdk/lane";
import { bytes32 } from "@ryugu/sdk/primitives";
import { mergeActs, readAct } from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { readZoneFile } from "../zone/founding/zone-file.ts";
import { gatewayOf, readActsFile, writeActsFile } from "./acts-file.ts";
import { actsTable, actsView } from "./view.ts";

/** What a person typed after `zone act sign`. */
export interface SignOptions extends PayerOptions {
  zone: string;
  out?: string;
}

/** `ryugu zone act sign`. Asks no chain: the key may lie where there is no network. */
export async function signCommand(
  cli: Cli,
  source: string,
  options: SignOptions,
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const file = await readActsFile(cli, source, zone);
  const key = await loadPayer(cli, options);
  const zoneId = bytes32(zone.plan.zoneId);
  const acts = await Promise.all(
    file.acts.map(async (proposed) => {
      const { act, nonce, values } = proposed;
      const on = gatewayOf(zone, proposed);
      const mine = await signCouncilAct(key, zoneId, on, nonce, act, readAct(act, values));
      return { ...proposed, signatures: [...proposed.signatures, mine] };
    }),
  );
  const signed = { ...file, acts: mergeActs([{ ...file, acts }]) };
  const out = options.out ?? source;
  await writeActsFile(cli, out, signed);
  return {
    json: { file: out, signer: key.address, acts: actsTable(zone, signed.acts) },
    view: actsView(zone, signed.acts, `Signed by ${key.address}, written to ${out}.`),
    exitCode: EXIT.ok,
  };
}
