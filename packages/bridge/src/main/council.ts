import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { zoneChain } from "@ryugu/sdk/zone";
import { CouncilActError } from "@ryugu/sdk/zone/council";
import { rpcCouncilGateway } from "../chain/council-gateway.ts";
import { councilSubmitter } from "../chain/council-submitter.ts";
import { patientPool } from "../chain/patient-pool.ts";
import type { EndpointPool } from "../chain/pool.ts";
import { rpcSubmitter } from "../chain/submitter.ts";
import { loadConfig } from "../config/load.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { CouncilContext } from "../council/context.ts";
import { describeDocument } from "../council/describe.ts";
import { type CouncilDocument, readDocument } from "../council/document.ts";
import type { CouncilGateway, CouncilSubmitter } from "../ports/council-gateway.ts";
import type { OpenedKey } from "../signer/keystore.ts";
import { manifestSource } from "../zone/manifest-source.ts";
import { systemClock } from "./clock.ts";
import type { CommandInput } from "./commands/command.ts";
import { openPool } from "./open-pool.ts";

/** How long a manifest's server may take, in milliseconds. */
const TIMEOUT = 15_000;

/** What the council's commands work with: the node's configuration and the zone as it is published. */
export interface CouncilDesk extends CouncilContext {
  config: Readonly<NodeConfig>;
  /** Where this validator keeps what it must never contradict. */
  folder: string;
  /** The account that pays on a gateway's chain. */
  payerOf(key: OpenedKey): (gateway: CouncilGateway) => CouncilSubmitter;
}

/**
 * Opens the zone by the node's configuration, beside the node that runs by it.
 *
 * @throws ConfigError, and all that reading the manifest throws
 */
export async function openCouncil(configPath: string): Promise<CouncilDesk> {
  const config = await loadConfig(configPath);
  const source = manifestSource(config.manifest.source, config.manifest, TIMEOUT);
  const zone = await source.read();
  if (zone === undefined) throw new TypeError("a source that was never read has news");
  const pools = new Map<string, EndpointPool>();
  const known = config.chains.filter(({ id }) => zone.manifest.chains.some((c) => c.id === id));
  const gateways = known.map((chain) => {
    const pool = patientPool(
      openPool(config, chain, systemClock, () => undefined),
      systemClock,
    );
    pools.set(chain.id, pool);
    const { name, gateway } = zoneChain(zone, chain.id);
    return rpcCouncilGateway({ chain: chain.id, name, gateway, pool });
  });
  const payerOf =
    (key: OpenedKey) =>
    ({ chain }: CouncilGateway) => {
      const pool = pools.get(chain);
      if (pool === undefined) throw new TypeError(`no pool of ${chain}`);
      return councilSubmitter(
        rpcSubmitter({ chain, ...key, pool, clock: systemClock }),
        systemClock,
      );
    };
  const folder = join(dirname(resolve(configPath)), "council");
  return { config, zone, gateways, folder, payerOf };
}

/** Reads a document of the council's. Throws CouncilActError where there is no file. */
export async function readCouncilFile(
  { zone }: CouncilContext,
  path: string,
): Promise<CouncilDocument> {
  return readDocument(await readText(path), zone.id);
}

/** Reads a text file that the command line names. Throws CouncilActError. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new CouncilActError("A file cannot be read.", { cause, details: [`File: ${path}`] });
  }
}

/** Writes a file, whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  await writeFile(beside, `${JSON.stringify(value, null, 2)}\n`);
  await rename(beside, path);
}

/** Shows a document in plain words. */
export function printDocument(
  context: CouncilContext,
  document: CouncilDocument,
  print: CommandInput["print"],
): void {
  for (const line of describeDocument(context, document)) print(line);
}
