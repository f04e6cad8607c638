import { type PasskeyObstacle, PasskeyUnavailableError } from "./errors.ts";
import type { PasskeyCredentials, PasskeyHost } from "./host.ts";

/** Whether a key can be locked under a passkey here, and if not, why. */
export type PasskeySupport =
  | { readonly isAvailable: true }
  | { readonly isAvailable: false; readonly reason: PasskeyObstacle };

/**
 * Finds out whether to offer a passkey. A yes is no promise: some authenticators show only when a passkey
 * is made that they lack PRF, and then `createPasskey` throws `PasskeyWithoutPrfError`.
 */
export async function checkPasskeySupport(host: PasskeyHost): Promise<PasskeySupport> {
  const reason = obstacleOfPage(host) ?? (await obstacleOfDevice(host));
  return reason === undefined ? { isAvailable: true } : { isAvailable: false, reason };
}

/**
 * The browser's credentials.
 *
 * @throws PasskeyUnavailableError when the page itself is in the way
 */
export function requireCredentials(host: PasskeyHost): PasskeyCredentials {
  const obstacle = obstacleOfPage(host);
  if (obstacle === undefined && host.credentials !== undefined) return host.credentials;
  const details = obstacle === "ip-address" ? ["Open the page by a name, such as localhost."] : [];
  throw new PasskeyUnavailableError(
    "Passkeys cannot be used in this page.",
    obstacle ?? "no-webauthn",
    { details },
  );
}

function obstacleOfPage(host: PasskeyHost): PasskeyObstacle | undefined {
  if (!host.isSecureContext) return "insecure-context";
  // A passkey belongs to a domain name (WebAuthn, 5.1.3): browsers refuse an address with SecurityError.
  if (/^[\d.]+$|^\[.*\]$/.test(host.hostname)) return "ip-address";
  return host.credentials === undefined ? "no-webauthn" : undefined;
}

async function obstacleOfDevice(host: PasskeyHost): Promise<PasskeyObstacle | undefined> {
  const capabilities = await host.clientCapabilities().catch(() => undefined);
  if (capabilities?.["extension:prf"] === false) return "no-prf";
  // A phone at hand may keep the passkey instead of this device.
  if (capabilities?.hybridTransport === true) return undefined;
  const isThere = await host.hasPlatformAuthenticator().catch(() => false);
  return isThere ? undefined : "no-authenticator";
}
