import { RyuguError } from "@ryugu/sdk/errors";

/** The node's configuration could not be read, or says something that cannot be. */
export class ConfigError extends RyuguError {
  readonly code = "config-invalid";
}

/** A node's configuration is there already; it was not touched. */
export class ConfigExistsError extends RyuguError {
  readonly code = "config-exists";
}
