import { hexToBytes } from "../../primitives/index.ts";
import { ownBytes, utf8, webCrypto } from "../web-crypto.ts";
import { WrongSecretError } from "./errors.ts";
import type { PasskeyLock, PassphraseLock } from "./locked-key.ts";

/** What a person opens their key with by heart. */
export interface PassphraseSecret {
  readonly kind: "passphrase";
  readonly passphrase: string;
}

/** What a passkey gives after the person has shown that they are there (WebAuthn, PRF extension). */
export interface PasskeySecret {
  readonly kind: "passkey";
  /** The passkey's id, in base64url. */
  readonly credentialId: string;
  /** 32 secret bytes: the same whenever this passkey is asked by this site. */
  readonly prfOutput: Uint8Array;
}

/** What opens a locked key. */
export type KeySecret = PassphraseSecret | PasskeySecret;

const PRF_BYTES = 32;
const PASSKEY_INFO = "ryugu-locked-key/1 passkey";
const AES = { name: "AES-GCM", length: 256 } as const;

/** The key of a passphrase's lock: PBKDF2-SHA-256 of the text in NFKC. */
export async function keyOfPassphrase(
  { passphrase }: PassphraseSecret,
  { salt, iterations }: Pick<PassphraseLock, "salt" | "iterations">,
): Promise<CryptoKey> {
  const subtle = webCrypto();
  // NFKC, so that what one keyboard writes full-width and another half-width is the same passphrase.
  const text = utf8(passphrase.normalize("NFKC"));
  const material = await subtle.importKey("raw", text, "PBKDF2", false, ["deriveKey"]);
  const rounds = { name: "PBKDF2", hash: "SHA-256", salt: ownBytes(hexToBytes(salt)), iterations };
  return subtle.deriveKey(rounds, material, AES, false, ["encrypt", "decrypt"]);
}

/** The key of a passkey's lock: HKDF-SHA-256 of what its PRF gave. */
export async function keyOfPasskey(
  { prfOutput }: PasskeySecret,
  { salt }: Pick<PasskeyLock, "salt">,
): Promise<CryptoKey> {
  if (prfOutput.length !== PRF_BYTES) {
    throw new WrongSecretError(
      `A passkey's PRF gives ${PRF_BYTES} bytes, not ${prfOutput.length}.`,
    );
  }
  const subtle = webCrypto();
  const bytes = ownBytes(prfOutput);
  const material = await subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const expand = {
    name: "HKDF",
    hash: "SHA-256",
    salt: ownBytes(hexToBytes(salt)),
    info: utf8(PASSKEY_INFO),
  };
  return subtle.deriveKey(expand, material, AES, false, ["encrypt", "decrypt"]);
}
