import { platformRandom, type RandomBytes } from "../../primitives/index.ts";
import { base64urlToBytes } from "../base64url.ts";
import type { PasskeySecret } from "../lock/secret.ts";
import { ownBytes } from "../web-crypto.ts";
import { type Credential, readCredential } from "./credential.ts";
import { PasskeyRejectedError, PasskeyWithoutPrfError } from "./errors.ts";
import type { PasskeyHost } from "./host.ts";
import { toPasskeyError } from "./passkey-error.ts";
import { requireCredentials } from "./support.ts";

/** How long a person is given, unless the browser knows better. */
const TIMEOUT_MS = 120_000;

/** ES256, EdDSA and RS256: one of them is in every authenticator. The signature itself is not used. */
const ALGORITHMS = [-7, -8, -257].map((alg) => ({ type: "public-key", alg }));

/** What a passkey is asked for its secret with. The lock's own salt makes each use of it another key. */
const PRF_INPUT = new TextEncoder().encode("ryugu-locked-key/1");

/** What `createPasskey` asks for. */
export interface PasskeyOptions {
  /** The site's name, as the person's device shows it. */
  rpName: string;
  /** The account's name, as the person's device lists it. */
  userName: string;
  /** A friendlier name; `userName` if not given. */
  displayName?: string;
  /** How long the person is given; two minutes if not given. */
  timeoutMs?: number;
  random?: RandomBytes;
}

/**
 * Makes a passkey and asks it for its secret. Call it from a click: browsers refuse it otherwise. Some
 * authenticators give the secret only when they are asked again, so the person may see two questions.
 *
 * @throws PasskeyRejectedError when the person cancels, or time runs out
 * @throws PasskeyUnavailableError
 * @throws PasskeyWithoutPrfError when it cannot give a secret: offer a passphrase instead
 * @throws PasskeyFailedError
 */
export async function createPasskey(
  host: PasskeyHost,
  options: PasskeyOptions,
): Promise<PasskeySecret> {
  const { random = platformRandom, timeoutMs = TIMEOUT_MS } = options;
  const credentials = requireCredentials(host);
  const publicKey = {
    rp: { name: options.rpName },
    user: {
      // A new one each time, so that no earlier passkey of this site is overwritten.
      id: ownBytes(random(32)),
      name: options.userName,
      displayName: options.displayName ?? options.userName,
    },
    challenge: ownBytes(random(32)),
    pubKeyCredParams: ALGORITHMS,
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
    timeout: timeoutMs,
    extensions: prfExtension(),
  };
  const made = await ask(() => credentials.create({ publicKey }));
  if (made.prfOutput !== undefined) return secretOf(made.id, made.prfOutput);
  if (made.isPrfEnabled) return usePasskey(host, [made.id], { timeoutMs, random });
  throw withoutPrf();
}

/**
 * Asks one of a person's passkeys for its secret. Call it from a click.
 *
 * @param credentialIds - the passkeys that will do, from `passkeysOf`
 * @returns the secret, with the id of the passkey that the person chose
 * @throws PasskeyRejectedError also when none of the passkeys is on this device
 * @throws PasskeyUnavailableError
 * @throws PasskeyWithoutPrfError
 * @throws PasskeyFailedError
 */
export async function usePasskey(
  host: PasskeyHost,
  credentialIds: readonly string[],
  options: { timeoutMs?: number; random?: RandomBytes } = {},
): Promise<PasskeySecret> {
  const { random = platformRandom, timeoutMs = TIMEOUT_MS } = options;
  const credentials = requireCredentials(host);
  // An empty list would mean any passkey of this site.
  if (credentialIds.length === 0) throw new PasskeyRejectedError("There is no passkey to ask.");
  const { id, prfOutput } = await ask(() => {
    const publicKey = {
      challenge: ownBytes(random(32)),
      allowCredentials: credentialIds.map(describeCredential),
      // As when it was made: an authenticator's PRF answers otherwise to a person it has not verified.
      userVerification: "required",
      timeout: timeoutMs,
      extensions: prfExtension(),
    };
    return credentials.get({ publicKey });
  });
  if (prfOutput === undefined) throw withoutPrf();
  return secretOf(id, prfOutput);
}

function describeCredential(id: string) {
  return { type: "public-key", id: base64urlToBytes(id) };
}

function prfExtension() {
  return { prf: { eval: { first: PRF_INPUT } } };
}

/** Whatever the question throws, also before it reaches the browser, becomes a typed error. */
async function ask(question: () => Promise<unknown>): Promise<Credential> {
  let answer: unknown;
  try {
    answer = await question();
  } catch (cause) {
    throw toPasskeyError(cause);
  }
  return readCredential(answer);
}

function secretOf(credentialId: string, prfOutput: Uint8Array): PasskeySecret {
  return { kind: "passkey", credentialId, prfOutput };
}

function withoutPrf(): PasskeyWithoutPrfError {
  return new PasskeyWithoutPrfError(
    "This passkey cannot give the secret that a key is locked with.",
    {
      details: ["Its authenticator lacks the PRF extension. The person may delete the passkey."],
    },
  );
}
