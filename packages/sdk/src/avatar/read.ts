import type { Finding } from "../primitives/index.ts";
import * as errors from "./errors.ts";
import type { AvatarFindingCode } from "./finding-codes.ts";
import type { GlbLimits } from "./glb.ts";
import { inspectAvatar } from "./inspect.ts";
import { type BlobLike, inspectAvatarBlob } from "./inspect-blob.ts";
import type { AvatarInspection } from "./inspection.ts";

type RefusalClass = new (
  message: string,
  options: errors.AvatarRefusedOptions,
) => errors.AvatarRefusedError;

/**
 * The findings that refuse an avatar, most telling first: a bone on a node that does not exist says
 * more than the bones that are missing besides.
 */
const REFUSALS: ReadonlyMap<AvatarFindingCode, RefusalClass> = new Map<
  AvatarFindingCode,
  RefusalClass
>([
  ["avatar-shape-invalid", errors.AvatarShapeInvalidError],
  ["avatar-nodes-not-a-tree", errors.AvatarNodesNotATreeError],
  ["avatar-bone-duplicate", errors.AvatarBoneDuplicateError],
  ["avatar-bone-unmapped", errors.AvatarBoneUnmappedError],
  ["avatar-collider-group-missing", errors.AvatarColliderGroupMissingError],
  ["avatar-collider-missing", errors.AvatarColliderMissingError],
  ["avatar-spring-unmapped", errors.AvatarSpringUnmappedError],
  ["avatar-index-dangling", errors.AvatarIndexDanglingError],
  ["avatar-accessor-out-of-bounds", errors.AvatarAccessorOutOfBoundsError],
  ["avatar-not-humanoid", errors.AvatarNotHumanoidError],
  ["avatar-bone-missing", errors.AvatarBoneMissingError],
  ["avatar-bone-hierarchy", errors.AvatarBoneHierarchyError],
]);

/**
 * Reads an avatar that is fit for use, or refuses it with the reason.
 *
 * @returns what `inspectAvatar` says; its findings hold warnings at most
 * @throws AvatarRefusedError the errors of `inspectAvatar`, and one for each kind of fault that a
 *   finding of severity `error` names; the error's code is the finding's
 */
export function readAvatar(bytes: Uint8Array, limits: GlbLimits = {}): AvatarInspection {
  return acceptAvatar(inspectAvatar(bytes, limits));
}

/** {@link readAvatar} over a file that is not in memory; see `inspectAvatarBlob`. */
export async function readAvatarBlob(
  blob: BlobLike,
  limits: GlbLimits = {},
): Promise<AvatarInspection> {
  return acceptAvatar(await inspectAvatarBlob(blob, limits));
}

/**
 * Passes an inspection on, or throws the refusal that its findings call for.
 *
 * @throws AvatarRefusedError
 */
export function acceptAvatar(inspection: AvatarInspection): AvatarInspection {
  const faults: Finding[] = inspection.findings.filter((finding) => finding.severity === "error");
  for (const [code, Refusal] of REFUSALS) {
    const first = faults.find((finding) => finding.code === code);
    if (first === undefined) continue;
    const details = faults
      .slice(0, 8)
      .map((fault) => `${fault.path || "(the whole)"}: ${fault.message}`);
    throw new Refusal(first.message, { details, findings: inspection.findings });
  }
  return inspection;
}
