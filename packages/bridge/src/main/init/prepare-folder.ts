import { access, chmod, mkdir, open } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Address } from "@ryugu/sdk/primitives";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import type { Zone } from "@ryugu/sdk/zone";
import { ConfigError, ConfigExistsError } from "../../config/errors.ts";
import { isUrl } from "../../config/load.ts";
import type { NodeConfigInput } from "../../config/schema.ts";
import { assertOwnSeat } from "../../config/zone.ts";
import { openKeystore } from "../../signer/keystore.ts";
import {
  createPassphraseFile,
  RANDOM_PASSPHRASE_COST,
  readPassphraseFile,
} from "../../signer/passphrase-file.ts";
import { manifestSource } from "../../zone/manifest-source.ts";
import { chainEndpoints } from "./chain-endpoints.ts";
import { readPort, readTrust } from "./options.ts";

/** What an operator says of a node that is to be. */
export interface InitRequest {
  folder: string;
  partner: string;
  manifest: string;
  trust: string;
  rpc: readonly string[];
  port: string | undefined;
}

/** A folder from which a node can start. */
export interface PreparedNode {
  folder: string;
  config: string;
  partner: string;
  zone: { name: string; version: number; hasSeat: boolean };
  validator: PreparedKey;
  relayer: PreparedKey;
  chains: {
    id: string;
    name: string;
    rpcUrls: readonly string[];
    agreement: number;
    own: boolean;
  }[];
}

/** One key of the node. */
export interface PreparedKey {
  address: Address;
  keystore: string;
  passphraseFile: string;
  /** Whether it was there before. */
  kept: boolean;
}

const SCHEMA_URL =
  "https://raw.githubusercontent.com/ryugu-zone/ryugu/main/docs/reference/node-config.schema.json";
const MANIFEST_TIMEOUT = 15_000;
/** For nobody else on the machine. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Makes a node's folder: keys that are not there yet, and a configuration of the zone's verified manifest.
 * Nothing that is there is replaced: cut off anywhere, the same command goes on.
 *
 * @throws ConfigExistsError, ConfigError, KeystoreError, and what reading a manifest throws
 */
export async function prepareFolder(request: InitRequest): Promise<PreparedNode> {
  const { folder, partner } = request;
  const path = join(folder, "node.json");
  await refuseExisting(path);
  const trust = readTrust(request.trust);
  const source = isUrl(request.manifest) ? request.manifest : resolve(request.manifest);
  const zone = await manifestSource(source, trust, MANIFEST_TIMEOUT).read();
  if (zone === undefined) throw new TypeError("a source that was never read has news");
  const chains = chainEndpoints(zone, request.rpc);
  const port = readPort(request.port);

  for (const name of ["keys", "data"])
    await mkdir(join(folder, name), { recursive: true, mode: PRIVATE_FOLDER });
  await chmod(join(folder, "keys"), PRIVATE_FOLDER);
  const validator = await ensureKey(folder, "validator");
  const relayer = await ensureKey(folder, "relayer");
  assertOwnSeat(zone, partner, validator.address);
  await writeConfig(path, {
    ...{ $schema: SCHEMA_URL, schema: "ryugu-node-config/1", partner },
    manifest: { source, ...trust },
    database: "data/node.sqlite",
    validator: keyConfig("validator"),
    relayer: keyConfig("relayer"),
    chains: chains.map(({ id, rpcUrls, agreement }) => ({ id, rpcUrls, agreement })),
    api: { host: "127.0.0.1", port },
  });
  return {
    folder,
    config: path,
    partner,
    zone: describe(zone, partner),
    validator,
    relayer,
    chains,
  };
}

async function refuseExisting(path: string): Promise<void> {
  if (!(await exists(path))) return;
  throw new ConfigExistsError("A configuration is there already; it was not touched.", {
    details: [`File: ${path}`],
  });
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

function describe({ manifest }: Zone, partner: string): PreparedNode["zone"] {
  const hasSeat = manifest.partners.some(({ name }) => name === partner);
  return { name: manifest.name, version: manifest.version, hasSeat };
}

const keyConfig = (name: string) => ({
  keystore: `keys/${name}.json`,
  passphrase: { file: `keys/${name}.passphrase` },
});

/** The passphrase is written first: a keystore without one would be lost. */
async function ensureKey(folder: string, name: string): Promise<PreparedKey> {
  const keystore = join(folder, `keys/${name}.json`);
  const passphraseFile = join(folder, `keys/${name}.passphrase`);
  const found = await readPassphraseFile(passphraseFile);
  const passphrase = found ?? (await createPassphraseFile(passphraseFile));
  const kept = await exists(keystore);
  const cost = found === undefined ? { scrypt: RANDOM_PASSPHRASE_COST } : {};
  if (!kept) await writeKeystoreFile(keystore, createKeyWallet(), passphrase, cost);
  const { account } = await openKeystore(keystore, passphrase, `The ${name}'s keystore`);
  return { address: account, keystore, passphraseFile, kept };
}

async function writeConfig(path: string, config: NodeConfigInput): Promise<void> {
  try {
    const file = await open(path, "wx", PRIVATE_FILE);
    await file.writeFile(`${JSON.stringify(config, null, 2)}\n`).finally(() => file.close());
  } catch (cause) {
    throw new ConfigError("The configuration cannot be written.", {
      cause,
      details: [`File: ${path}`],
    });
  }
}
