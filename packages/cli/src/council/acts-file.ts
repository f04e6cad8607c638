import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { GatewayReference } from "@ryugu/sdk/lane";
import { type Address, bytes32 } from "@ryugu/sdk/primitives";
import {
  type ActsFile,
  actSigners,
  CouncilActError,
  type ProposedAct,
  readActsFile as parseActsFile,
  readAct,
} from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { readTextSource } from "../input/read-source.ts";
import { safeJson } from "../output/safe.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";

const MAX_BYTES = 10_000_000;

/**
 * Reads an acts file and checks it against the zone that the reader knows: its id, its chains, its gateways.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError, CouncilActError
 */
export async function readActsFile(cli: Cli, source: string, zone: FoundedZone): Promise<ActsFile> {
  const text = await readTextSource(cli, source, MAX_BYTES);
  const file = parseActsFile(text, bytes32(zone.plan.zoneId));
  for (const proposed of file.acts) assertOfZone(proposed, zone);
  return file;
}

/** Writes an acts file, whole or not at all as far as a file system can. */
export async function writeActsFile(cli: Cli, path: string, file: ActsFile): Promise<void> {
  await writeFile(resolve(cli.cwd, path), `${safeJson(file, 2)}\n`);
}

/** The gateway that an act is for. It follows from the zone file, not from what somebody sent. */
export function gatewayOf({ plan }: FoundedZone, { chain }: ProposedAct): GatewayReference {
  return { chain, gateway: plan.gateway as Address };
}

/** Who has signed an act, each once. A signature by nobody of the zone is for whoever submits to leave out. */
export function signersOf(zone: FoundedZone, proposed: ProposedAct): Map<Address, string> {
  return actSigners(bytes32(zone.plan.zoneId), gatewayOf(zone, proposed), proposed);
}

function assertOfZone({ chain, act, values }: ProposedAct, { file, plan }: FoundedZone): void {
  if (!file.chains.some(({ id }) => id === chain)) {
    throw new CouncilActError("An act is for a chain that the zone file does not have.", {
      details: [`Chain: ${chain}`],
    });
  }
  const read = readAct(act, values);
  if (!("counterpartGateway" in read) || read.counterpartGateway === plan.gateway) return;
  throw new CouncilActError("An act would open a lane to a gateway that is not the zone's.", {
    details: [`Expected: ${plan.gateway}`, `Received: ${read.counterpartGateway}`],
  });
}
