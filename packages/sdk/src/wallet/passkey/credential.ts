import { PasskeyFailedError } from "./errors.ts";

/** A browser's answer about a passkey, checked. */
export interface Credential {
  /** In base64url. */
  id: string;
  /** Whether the authenticator says that it has PRF; said only when a passkey is made. */
  isPrfEnabled: boolean;
  /** The passkey's secret, if it was given. */
  prfOutput: Uint8Array | undefined;
}

/** The fields of WebAuthn's `PublicKeyCredential` that are read. */
interface RawCredential {
  id?: unknown;
  getClientExtensionResults?: () => {
    prf?: { enabled?: unknown; results?: { first?: unknown } };
  };
}

/**
 * Reads what `navigator.credentials` answered (WebAuthn, 5.1 and 10.1.4).
 *
 * @throws PasskeyFailedError
 */
export function readCredential(answer: unknown): Credential {
  const { id, getClientExtensionResults } = (answer ?? {}) as RawCredential;
  if (typeof id !== "string" || typeof getClientExtensionResults !== "function") {
    throw new PasskeyFailedError("The browser answered with something else than a passkey.");
  }
  // Called on its object: a browser's own method refuses to be called without it.
  const { prf } = getClientExtensionResults.call(answer);
  return {
    id,
    isPrfEnabled: prf?.enabled === true,
    prfOutput: bytesOf(prf?.results?.first),
  };
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  }
  return undefined;
}
