import { stat } from "node:fs/promises";
import { RyuguError } from "@ryugu/sdk/errors";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import { readSecret } from "../../config/load.ts";
import type { RemoteValidator } from "../../config/schema/validator.ts";
import type { NodeConfig } from "../../config/schema.ts";
import { openKeystore } from "../../signer/keystore.ts";
import { signerHealth } from "../../signer/remote-signer.ts";
import { remoteAccess } from "../signers.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** Readable or writable by the group or by others. */
const OTHERS = 0o077;

type KeyConfig = NonNullable<NodeConfig["relayer"]>;

/** What opening the node's keys found. */
export interface KeysFound {
  findings: Finding[];
  relayer: Address | undefined;
}

/** Opens the node's keys, and looks who else could. */
export async function examineKeys(
  config: Readonly<NodeConfig>,
  zone: Zone | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<KeysFound> {
  const findings: Finding[] = [];
  const validator =
    "remote" in config.validator
      ? await examineSigner(config.validator.remote, zone, findings)
      : await open("validator", config.validator, environment, findings);
  if (validator !== undefined && zone !== undefined)
    findings.push(seat(config.partner, validator, zone));
  if (config.relayer === undefined) {
    findings.push(warn("no relayer is configured: the node signs, and delivers nothing"));
    return { findings, relayer: undefined };
  }
  const relayer = await open("relayer", config.relayer, environment, findings);
  if (relayer !== undefined && validator !== undefined && isSameAddress(relayer, validator)) {
    const advice = "Make the relayer a key of its own: ryugu-node keys create";
    findings.push(bad("validator and relayer are one key", advice));
  }
  return { findings, relayer };
}

/** A signer in another process says whose key it keeps, and for which zone. */
async function examineSigner(
  remote: RemoteValidator,
  zone: Zone | undefined,
  findings: Finding[],
): Promise<Address> {
  const { address, token } = remote;
  if (token !== undefined && "file" in token) findings.push(...(await openToOthers(token.file)));
  try {
    const found = await signerHealth(await remoteAccess(remote));
    if (!isSameAddress(found.validator, address))
      findings.push(bad(`the signer keeps ${found.validator}, not ${address}`));
    else if (zone !== undefined && found.zoneId !== zone.id)
      findings.push(bad(`the signer signs for another zone: ${found.zoneId}`));
    else findings.push(good(`the signer answers and keeps ${address}`));
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    findings.push(bad(`signer: ${reasonOf(error)}`, "Start it: ryugu-node signer --config …"));
  }
  return address;
}

async function open(
  name: string,
  { keystore, passphrase }: KeyConfig,
  environment: Readonly<Record<string, string | undefined>>,
  findings: Finding[],
): Promise<Address | undefined> {
  findings.push(...(await openToOthers(keystore)));
  if ("file" in passphrase) findings.push(...(await openToOthers(passphrase.file)));
  try {
    const secret = await readSecret(passphrase, environment);
    const { account } = await openKeystore(keystore, secret, `The ${name}'s keystore`);
    findings.push(good(`${name} ${account} opens`));
    return account;
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    findings.push(
      "credential" in passphrase && environment.CREDENTIALS_DIRECTORY === undefined
        ? warn(`${name}: systemd gives its passphrase to the service only; it was not opened`)
        : bad(`${name}: ${reasonOf(error)}`),
    );
    return undefined;
  }
}

/** A secret that others on the machine can read is none. */
export async function openToOthers(file: string, tell = bad): Promise<Finding[]> {
  const mode = await stat(file).then(
    (found) => found.mode,
    () => 0,
  );
  if ((mode & OTHERS) === 0) return [];
  const shown = (mode & 0o777).toString(8);
  return [tell(`${file} is open to others (mode ${shown})`, `chmod 600 ${file}`)];
}

function seat(partner: string, validator: Address, { manifest }: Zone): Finding {
  const named = manifest.partners.find(({ name }) => name === partner);
  if (named === undefined) {
    const advice =
      "It reads and delivers. The council gives it a seat by a rotation and a manifest.";
    return warn(`${partner} is not in the manifest: the node signs nothing yet`, advice);
  }
  return isSameAddress(named.validator, validator)
    ? good(`${partner} has its seat with this validator`)
    : bad(`${partner}'s seat is ${named.validator}, which is another key`);
}
