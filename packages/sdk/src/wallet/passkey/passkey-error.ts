import type { RyuguError } from "../../errors/index.ts";
import {
  PasskeyFailedError,
  type PasskeyObstacle,
  PasskeyRejectedError,
  PasskeyUnavailableError,
} from "./errors.ts";

/** What stands in the way when a browser throws under one of these names (WebAuthn, 5.1.3 and 6.3.2). */
const OBSTACLES: Readonly<Record<string, PasskeyObstacle>> = {
  SecurityError: "insecure-context",
  NotSupportedError: "no-authenticator",
  ConstraintError: "no-authenticator",
};

/** Turns what `navigator.credentials` threw into a typed error, by the name of the DOM exception. */
export function toPasskeyError(thrown: unknown): RyuguError {
  const name = (thrown as { name?: unknown } | null | undefined)?.name;
  const options = { cause: thrown };
  if (name === "NotAllowedError" || name === "AbortError") {
    return new PasskeyRejectedError(
      "The passkey was not given: cancelled, or out of time.",
      options,
    );
  }
  const obstacle = typeof name === "string" ? OBSTACLES[name] : undefined;
  if (obstacle !== undefined) {
    return new PasskeyUnavailableError("The browser refuses passkeys here.", obstacle, options);
  }
  return new PasskeyFailedError("The browser or the device failed with the passkey.", options);
}
