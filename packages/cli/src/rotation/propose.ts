import { address } from "@ryugu/sdk/primitives";
import { CouncilActError, type RotationFile, rotationOf } from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { readCouncil } from "../zone/deploy/inspect-chain.ts";
import { withOpenChains } from "../zone/founding/open-chains.ts";
import { readZoneFile } from "../zone/founding/zone-file.ts";
import { writeRotationFile } from "./rotation-file.ts";
import { rotationJson, rotationView } from "./view.ts";

/** What a person typed after `zone rotation propose`. */
export interface ProposeRotationOptions {
  zone: string;
  out: string;
  validators: string[];
  quorum: string;
  validFrom?: string;
}

/** `ryugu zone rotation propose` */
export async function proposeRotationCommand(
  cli: Cli,
  options: ProposeRotationOptions,
): Promise<Outcome> {
  const zone = await readZoneFile(cli, options.zone);
  const epochs = await withOpenChains(zone.file.chains, (open) =>
    Promise.all(
      open.map(async ({ chain, provider }) => {
        const council = await readCouncil(provider, zone.plan.gateway);
        if (council !== undefined) return council.epoch;
        throw new CouncilActError(`The zone is not yet on ${chain.name}.`, {
          details: ["First: ryugu zone deploy <zone file>"],
        });
      }),
    ),
  );
  const proposed: RotationFile = {
    schema: "ryugu-rotation/1",
    zoneId: zone.plan.zoneId as RotationFile["zoneId"],
    // A gateway that is behind takes the rotations before this one first: anyone may give them to it.
    epoch: Math.max(...epochs) + 1,
    quorum: wholeNumber("--quorum", options.quorum),
    validators: options.validators.map((each) => address(each)),
    validFrom: wholeNumber("--valid-from", options.validFrom ?? "0"),
    signatures: [],
  };
  const file = { ...proposed, validators: [...rotationOf(proposed).set.validators] };
  await writeRotationFile(cli, options.out, file);
  return {
    json: { file: options.out, ...rotationJson(file) },
    view: rotationView(zone, file, `Written to ${options.out}, for the validators to sign.`),
    exitCode: EXIT.ok,
  };
}

function wholeNumber(option: string, text: string): number {
  if (/^[0-9]{1,12}$/.test(text)) return Number(text);
  throw new UsageError(`${option} is no whole number: ${text}`);
}
