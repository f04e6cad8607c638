/** Avatars (VRM 1.0 and 0.x): what a file holds and what is wrong with it, from its JSON chunk alone. */
export { BONE_NAMES, type BoneName, REQUIRED_BONES } from "./bones.ts";
export {
  AvatarAccessorOutOfBoundsError,
  AvatarBoneDuplicateError,
  AvatarBoneHierarchyError,
  AvatarBoneMissingError,
  AvatarBoneUnmappedError,
  AvatarColliderGroupMissingError,
  AvatarColliderMissingError,
  AvatarIndexDanglingError,
  AvatarNodesNotATreeError,
  AvatarNotHumanoidError,
  AvatarNotVrmError,
  AvatarRefusedError,
  type AvatarRefusedOptions,
  AvatarShapeInvalidError,
  AvatarSpringUnmappedError,
  AvatarTooLargeError,
  AvatarVersionUnsupportedError,
  GitLfsPointerError,
  GlbJsonInvalidError,
  GlbTruncatedError,
  GlbVersionUnsupportedError,
  NotAGlbError,
} from "./errors.ts";
export { AVATAR_FINDINGS, type AvatarFindingCode } from "./finding-codes.ts";
export {
  DEFAULT_MAX_AVATAR_BYTES,
  DEFAULT_MAX_JSON_BYTES,
  type Glb,
  type GlbBinaryChunk,
  type GlbHead,
  type GlbLimits,
  parseGlb,
} from "./glb.ts";
export { inspectAvatar } from "./inspect.ts";
export { type BlobLike, inspectAvatarBlob } from "./inspect-blob.ts";
export {
  type AvatarCounts,
  type AvatarInspection,
  type AvatarMeta,
  avatarInspectionSchema,
} from "./inspection.ts";
export { acceptAvatar, readAvatar, readAvatarBlob } from "./read.ts";
