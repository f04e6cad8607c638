import { resolve } from "node:path";
import { bytes32 } from "@ryugu/sdk/primitives";
import { readZone, type Zone, type ZoneTrust } from "@ryugu/sdk/zone";
import type { Cli } from "../cli.ts";
import { UsageError, ZoneNotFoundError } from "../errors.ts";
import { isWebAddress, readTextSource } from "../input/read-source.ts";
import { findLocalZone, type LocalZone } from "./ready-file.ts";

/** How a command line names its zone. */
export interface ZoneOptions {
  /** A manifest's URL or file. */
  manifest?: string;
  /** What it is checked against: `<zone id>:<genesis set hash>`. */
  trust?: string;
}

/** A verified zone, and what else the machine knows of it when it runs here. */
export interface OpenZone {
  zone: Zone;
  /** Where the manifest came from. */
  source: string;
  local?: LocalZone;
}

const MAX_MANIFEST = 1_000_000;

/**
 * Finds the zone that a command is about, and verifies its manifest: the one named by options, else
 * `RYUGU_ZONE`, else the one that runs in this folder or above it.
 *
 * @throws UsageError, ZoneNotFoundError, and all that reading and verifying a manifest throws
 */
export async function openZone(cli: Cli, options: ZoneOptions): Promise<OpenZone> {
  if (options.manifest !== undefined) {
    return {
      zone: await load(cli, options.manifest, namedTrust(options)),
      source: options.manifest,
    };
  }
  const local = await localZone(cli);
  const trust = options.trust === undefined ? trustOf(local.trust) : namedTrust(options);
  return { zone: await load(cli, local.manifest, trust), source: local.manifest, local };
}

async function localZone(cli: Cli): Promise<LocalZone> {
  const found = await findLocalZone(cli);
  if (found !== undefined) return found;
  throw new ZoneNotFoundError("No zone runs here, and none was named.", {
    details: [
      "Start one with `npm start`, or name one:",
      "--manifest <url or file> --trust <zone id>:<genesis set hash>, or RYUGU_ZONE=<folder>",
    ],
  });
}

async function load(cli: Cli, source: string, trust: ZoneTrust): Promise<Zone> {
  const path = isWebAddress(source) ? source : resolve(cli.cwd, source);
  return readZone(await readTextSource(cli, path, MAX_MANIFEST), trust);
}

function namedTrust({ trust }: ZoneOptions): ZoneTrust {
  const [zoneId, genesisSetHash, ...rest] = trust?.split(":") ?? [];
  if (zoneId === undefined || genesisSetHash === undefined || rest.length > 0) {
    throw new UsageError("A manifest is believed only against what you know beforehand.", {
      details: ["Add --trust <zone id>:<genesis set hash>; the zone's partners publish both."],
    });
  }
  return trustOf({ zoneId, genesisSetHash });
}

function trustOf({ zoneId, genesisSetHash }: LocalZone["trust"]): ZoneTrust {
  return { zoneId: bytes32(zoneId), genesisSetHash: bytes32(genesisSetHash) };
}
