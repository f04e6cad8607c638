import { canonicalJson, englishIssues, pointer } from "../primitives/index.ts";
import { InvalidMetadataError } from "./errors.ts";
import { type AssetMetadata, assetMetadataSchema } from "./metadata.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Writes metadata strictly: by the published schema, and so that reading it back finds nothing to
 * mend. The same metadata always gives the same bytes (RFC 8785), so its content id is stable.
 *
 * @throws InvalidMetadataError with a detail for each thing that is wrong
 * @example
 * const text = writeMetadata({ name: "Turtle", image: "ipfs://bafy…/turtle.png" });
 */
export function writeMetadata(metadata: AssetMetadata): string {
  const result = assetMetadataSchema.safeParse(metadata, { error: englishIssues });
  if (!result.success) {
    const details = result.error.issues.map(
      (issue) => `${pointer("", ...issue.path) || "(the whole)"}: ${issue.message}`,
    );
    throw new InvalidMetadataError("The metadata does not follow the schema.", {
      details: details.slice(0, 8),
      cause: result.error,
    });
  }
  const text = asText(metadata);
  const faults = readMetadata(text).findings.filter((finding) => finding.severity !== "info");
  if (faults.length > 0) {
    throw new InvalidMetadataError("The metadata would not be read as it is written.", {
      details: faults
        .slice(0, 8)
        .map((fault) => `${fault.path || "(the whole)"}: ${fault.message}`),
      findings: faults,
    });
  }
  return text;
}

function asText(metadata: AssetMetadata): string {
  try {
    return canonicalJson(metadata);
  } catch (cause) {
    throw new InvalidMetadataError("The metadata holds a value that JSON cannot.", { cause });
  }
}
