// #region read-metadata
import { readMetadata } from "@ryugu/sdk/asset";

/** Reads metadata as marketplaces write it: what can be understood, and what is wrong with it. */
export function describeMetadata(json: string): string[] {
  const { metadata, findings } = readMetadata(json);
  return [
    `${metadata.name}: ${metadata.image ?? "no image"}`,
    ...findings.map(({ path, message }) => `${path}: ${message}`),
  ];
}
// #endregion
