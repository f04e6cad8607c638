import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { bytes32 } from "@ryugu/sdk/primitives";
import { readRotationFile as parseRotationFile, type RotationFile } from "@ryugu/sdk/zone/council";
import type { Cli } from "../cli.ts";
import { readTextSource } from "../input/read-source.ts";
import { safeJson } from "../output/safe.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";

const MAX_BYTES = 1_000_000;

/**
 * Reads a rotation and checks that it is of the zone that the reader knows.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError, InvalidValidatorSetError, CouncilActError
 */
export async function readRotationFile(
  cli: Cli,
  source: string,
  { plan }: FoundedZone,
): Promise<RotationFile> {
  const text = await readTextSource(cli, source, MAX_BYTES);
  return parseRotationFile(text, bytes32(plan.zoneId));
}

/** Writes a rotation down. */
export async function writeRotationFile(cli: Cli, path: string, file: RotationFile): Promise<void> {
  await writeFile(resolve(cli.cwd, path), `${safeJson(file, 2)}\n`);
}
