import { RyuguError, type RyuguErrorOptions } from "../errors/index.ts";
import type { Finding } from "../primitives/index.ts";

/** What an avatar's refusal carries besides its sentence. */
export interface AvatarRefusedOptions extends RyuguErrorOptions {
  /** Everything found in the file, not only what it was refused for. */
  findings?: readonly Finding[];
}

/** An avatar file was refused. Each subclass is one reason. */
export abstract class AvatarRefusedError extends RyuguError {
  readonly findings: readonly Finding[];

  constructor(shortMessage: string, options: AvatarRefusedOptions = {}) {
    super(shortMessage, options);
    this.findings = options.findings ?? [];
  }
}

/** The bytes do not begin as a binary glTF file (GLB) does. */
export class NotAGlbError extends AvatarRefusedError {
  readonly code = "not-a-glb";
}

/** The file is a Git LFS pointer: the note that Git keeps in place of the model. */
export class GitLfsPointerError extends AvatarRefusedError {
  readonly code = "git-lfs-pointer";
}

/** The GLB is of a version other than 2. */
export class GlbVersionUnsupportedError extends AvatarRefusedError {
  readonly code = "glb-version-unsupported";
}

/** The GLB ends before the length that its header or a chunk states. */
export class GlbTruncatedError extends AvatarRefusedError {
  readonly code = "glb-truncated";
}

/** The GLB's JSON chunk is missing, or is not a JSON object in UTF-8. */
export class GlbJsonInvalidError extends AvatarRefusedError {
  readonly code = "glb-json-invalid";
}

/** The file, or its JSON chunk, is larger than the limit. */
export class AvatarTooLargeError extends AvatarRefusedError {
  readonly code = "avatar-too-large";
}

/** The GLB is no VRM: it has neither the `VRM` nor the `VRMC_vrm` extension. */
export class AvatarNotVrmError extends AvatarRefusedError {
  readonly code = "avatar-not-vrm";
}

/** The avatar is of a VRM version other than 0.x and 1.0. */
export class AvatarVersionUnsupportedError extends AvatarRefusedError {
  readonly code = "avatar-version-unsupported";
}

/** A part of the avatar's JSON has the wrong type or too many elements. */
export class AvatarShapeInvalidError extends AvatarRefusedError {
  readonly code = "avatar-shape-invalid";
}

/** An index in the avatar's JSON points at nothing. */
export class AvatarIndexDanglingError extends AvatarRefusedError {
  readonly code = "avatar-index-dangling";
}

/** An accessor reads more bytes than its buffer view has. */
export class AvatarAccessorOutOfBoundsError extends AvatarRefusedError {
  readonly code = "avatar-accessor-out-of-bounds";
}

/** The node hierarchy has a cycle, or a node with two parents. */
export class AvatarNodesNotATreeError extends AvatarRefusedError {
  readonly code = "avatar-nodes-not-a-tree";
}

/** A humanoid bone is listed twice, or two bones share a node. */
export class AvatarBoneDuplicateError extends AvatarRefusedError {
  readonly code = "avatar-bone-duplicate";
}

/** A humanoid bone names a node that does not exist. */
export class AvatarBoneUnmappedError extends AvatarRefusedError {
  readonly code = "avatar-bone-unmapped";
}

/** A humanoid bone that VRM requires is missing. */
export class AvatarBoneMissingError extends AvatarRefusedError {
  readonly code = "avatar-bone-missing";
}

/** A humanoid bone does not descend from the bone it should. */
export class AvatarBoneHierarchyError extends AvatarRefusedError {
  readonly code = "avatar-bone-hierarchy";
}

/** A spring names a collider group that does not exist. */
export class AvatarColliderGroupMissingError extends AvatarRefusedError {
  readonly code = "avatar-collider-group-missing";
}

/** A collider group names a collider that does not exist. */
export class AvatarColliderMissingError extends AvatarRefusedError {
  readonly code = "avatar-collider-missing";
}

/** A spring joint or collider names a node that does not exist. */
export class AvatarSpringUnmappedError extends AvatarRefusedError {
  readonly code = "avatar-spring-unmapped";
}

/** The file has no humanoid, or a stand-in skeleton that moves nothing. */
export class AvatarNotHumanoidError extends AvatarRefusedError {
  readonly code = "avatar-not-humanoid";
}
