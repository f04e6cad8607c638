import { readFile } from "node:fs/promises";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import { ConfigError } from "../config/errors.ts";
import { readSecret } from "../config/load.ts";
import type { RemoteValidator } from "../config/schema/validator.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { ValidatorSigner } from "../ports/signer.ts";
import { type OpenedKey, openKeystore } from "../signer/keystore.ts";
import { remoteSigner, type SignerAccess } from "../signer/remote-signer.ts";
import { walletSigner } from "../signer/wallet-signer.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A validator's key before its zone is known. */
export interface ValidatorKey {
  account: Address;
  signerFor(zoneId: Bytes32): ValidatorSigner;
}

/**
 * Opens what a node signs and pays with.
 *
 * @throws ConfigError, KeystoreError
 */
export async function openKeys(
  { validator, relayer }: NodeConfig,
  environment: Environment,
): Promise<{ validator: ValidatorKey; relayer: OpenedKey | undefined }> {
  const openRelayer = async ({ keystore, passphrase }: NonNullable<NodeConfig["relayer"]>) =>
    openKeystore(keystore, await readSecret(passphrase, environment), "The relayer's keystore");
  const [ofValidator, ofRelayer] = await Promise.all([
    openValidator(validator, environment),
    relayer && openRelayer(relayer),
  ]);
  return { validator: ofValidator, relayer: ofRelayer };
}

/**
 * Opens the validator's key, or gets ready to ask for its signatures. A remote signer need not be there yet.
 *
 * @throws ConfigError, KeystoreError
 */
export async function openValidator(
  validator: NodeConfig["validator"],
  environment: Environment,
): Promise<ValidatorKey> {
  if ("remote" in validator) return remoteKey(validator.remote, environment);
  const { keystore, passphrase } = validator;
  const secret = await readSecret(passphrase, environment);
  const key = await openKeystore(keystore, secret, "The validator's keystore");
  return { account: key.account, signerFor: (zoneId) => walletSigner(zoneId, key) };
}

async function remoteKey(remote: RemoteValidator, environment: Environment): Promise<ValidatorKey> {
  const account = remote.address;
  const token = remote.token && (await readSecret(remote.token, environment));
  const access = { ...(await remoteAccess(remote)), token };
  return {
    account,
    signerFor: (zoneId) => remoteSigner({ ...access, zoneId, validator: account }),
  };
}

/** How a signer is reached, but for its token. Throws ConfigError. */
export async function remoteAccess({
  socket,
  url = "",
  authority,
  timeoutMs: timeout,
}: RemoteValidator): Promise<SignerAccess> {
  const at = socket === undefined ? { url } : { socket };
  return { at, timeout, ...(authority && { authority: await readPem(authority) }) };
}

/** Reads a certificate or key in PEM. Throws ConfigError. */
export async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ConfigError("A certificate's file cannot be read.", {
      cause,
      details: [`File: ${file}`],
    });
  }
}
