import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";
import type { Finding } from "../primitives/index.ts";

/** The metadata is not JSON in UTF-8, or a link to it that must be fetched first. */
export class MetadataNotJsonError extends RyuguError {
  readonly code = "metadata-not-json";
}

/** The metadata is larger than the limit. */
export class MetadataTooLargeError extends RyuguError {
  readonly code = "metadata-too-large";
}

/** The metadata is JSON, but not an object. */
export class MetadataNotObjectError extends RyuguError {
  readonly code = "metadata-not-object";
}

/** Metadata to be written breaks a rule of the schema; `findings` name each. */
export class InvalidMetadataError extends RyuguError {
  readonly code = "invalid-metadata";
  readonly findings: readonly Finding[];

  constructor(
    shortMessage: string,
    options: RyuguErrorOptions & { findings?: readonly Finding[] } = {},
  ) {
    super(shortMessage, options);
    this.findings = options.findings ?? [];
  }
}
