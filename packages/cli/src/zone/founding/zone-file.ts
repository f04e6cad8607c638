import { planZone, type ZonePlan } from "@ryugu/contracts/deploy";
import { validatorSet, zoneId } from "@ryugu/sdk/lane";
import { type ChainId, parseJson, parseShape } from "@ryugu/sdk/primitives";
import type { Cli } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { readTextSource } from "../../input/read-source.ts";
import { type ZoneFile, type ZoneFileChain, zoneFileSchema } from "./zone-file-schema.ts";

const MAX_BYTES = 1_000_000;

/** A zone as its founders wrote it down, and where its contracts are on every chain. */
export interface FoundedZone {
  file: ZoneFile;
  plan: ZonePlan;
}

/**
 * Reads a zone file and computes the zone's addresses. Asks no chain.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError, InvalidZoneNameError, InvalidValidatorSetError,
 * UsageError
 */
export async function readZoneFile(cli: Cli, source: string): Promise<FoundedZone> {
  const text = await readTextSource(cli, source, MAX_BYTES);
  const file = parseShape(zoneFileSchema, parseJson(text, MAX_BYTES), "The zone file");
  zoneId(file.name);
  const { validators, quorum } = validatorSet(0, file.genesis.quorum, file.genesis.validators);
  assertLanes(file);
  const { name, settings } = file;
  return { file, plan: planZone({ name, validators, quorum, settings }) };
}

/** The chains that a command line names, or all. Throws UsageError. */
export function chosenChains({ file }: FoundedZone, only: readonly string[] = []): ZoneFileChain[] {
  for (const wanted of only) {
    if (file.chains.some(({ id }) => id === wanted)) continue;
    throw new UsageError(`The zone file has no chain ${wanted}.`, {
      details: [`Its chains: ${file.chains.map(({ id }) => id).join(", ")}`],
    });
  }
  return file.chains.filter(({ id }) => only.length === 0 || only.includes(id));
}

/** The chains to which a chain shall have lanes. */
export function counterpartsOf({ file }: FoundedZone, chain: ChainId): ChainId[] {
  const { lanes } = file;
  const others = file.chains.map(({ id }) => id).filter((id) => id !== chain);
  if (lanes === undefined) return others;
  const joined = (other: ChainId) =>
    lanes.some(([a, b]) => (a === chain && b === other) || (b === chain && a === other));
  return others.filter(joined);
}

function assertLanes({ chains, lanes = [] }: ZoneFile): void {
  for (const [a, b] of lanes) {
    const known = [a, b].every((end) => chains.some(({ id }) => id === end));
    if (known && a !== b) continue;
    throw new UsageError("A lane joins two different chains of the zone file.", {
      details: [`Lane: ${a}, ${b}`],
    });
  }
}
