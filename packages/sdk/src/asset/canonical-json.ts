import { InvalidMetadataError } from "./errors.ts";

/** Deeper than any metadata that can be read back. */
const MAX_LEVELS = 32;

/**
 * Writes JSON with one possible text for one value: RFC 8785 (JCS). Members that are undefined are
 * left out.
 *
 * @throws InvalidMetadataError where the value is not JSON or nested too deep
 */
export function canonicalJson(value: unknown, level = 0): string {
  if (level > MAX_LEVELS) {
    throw new InvalidMetadataError(`The metadata is nested deeper than ${MAX_LEVELS} levels.`);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((entry) => canonicalJson(entry, level + 1)).join(",")}]`;
  }
  if (typeof value === "object") {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    const texts = members.map(
      ([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, level + 1)}`,
    );
    return `{${texts.join(",")}}`;
  }
  throw new InvalidMetadataError("The metadata holds a value that JSON cannot.", {
    details: [`Type: ${typeof value}`],
  });
}
