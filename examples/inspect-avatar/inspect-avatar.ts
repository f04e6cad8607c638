// #region inspect-avatar
import { inspectAvatar } from "@ryugu/sdk/avatar";

/** Says what an avatar is and what is wrong with it. Nothing is decoded, fetched or believed. */
export function describeAvatar(bytes: Uint8Array): string[] {
  const { version, meta, bones, counts, findings } = inspectAvatar(bytes);
  return [
    `${meta.name} by ${meta.authors.join(", ")} (VRM ${version})`,
    `${counts.triangles} triangles, ${counts.materials} materials, ${bones.length} bones`,
    ...findings.map(({ severity, message }) => `${severity}: ${message}`),
  ];
}
// #endregion
