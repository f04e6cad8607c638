import { type ErrorJson, RyuguError } from "../errors/index.ts";
import type { Finding, Json } from "../primitives/index.ts";
import type { AssetMetadata } from "./metadata.ts";
import { type ReadMetadataOptions, readMetadata } from "./read-metadata.ts";

/**
 * `valid`: nothing to mend. `usable`: read with corrections, each a warning. `invalid`: something
 * was left out that mattered, each an error. `unreadable`: no metadata at all.
 */
export type MetadataVerdict = "valid" | "usable" | "invalid" | "unreadable";

/** A report on metadata, plain data for `--json`. */
export interface MetadataValidation {
  verdict: MetadataVerdict;
  findings: readonly Finding[];
  /** The metadata in its standard form; absent where it is unreadable. */
  metadata?: AssetMetadata;
  /** Why it is unreadable. */
  error?: ErrorJson;
}

/** Reports on metadata; never throws for what a stranger wrote. */
export function validateMetadata(
  input: string | Uint8Array | Json,
  options: ReadMetadataOptions = {},
): MetadataValidation {
  try {
    const { metadata, findings } = readMetadata(input, options);
    return { verdict: verdictOf(findings), findings, metadata };
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    return { verdict: "unreadable", findings: [], error: error.toJSON() };
  }
}

function verdictOf(findings: readonly Finding[]): MetadataVerdict {
  if (findings.some((finding) => finding.severity === "error")) return "invalid";
  return findings.some((finding) => finding.severity === "warning") ? "usable" : "valid";
}
