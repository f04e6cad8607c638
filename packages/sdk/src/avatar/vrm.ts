import type { AvatarMeta } from "./inspection.ts";

/** The VRM versions that are read. */
export type VrmVersion = "0.x" | "1.0";

/** One humanoid bone as the file assigns it, not yet checked. */
export interface BoneAssignment {
  /** The name as the file writes it. */
  name: string;
  node: number;
  path: string;
}

/** One expression (1.0) or blend shape group (0.x). */
export interface ExpressionEntry {
  name: string;
  preset: boolean;
  path: string;
  /** The morph targets it moves; each names a node (1.0) or a mesh (0.x). */
  morphs: { node?: number; mesh?: number; index: number }[];
}

/** A spring chain (1.0) or bone group (0.x). */
export interface SpringEntry {
  path: string;
  joints: number[];
  colliderGroups: number[];
}

/** A group of colliders: indices into the colliders (1.0), or on one node (0.x). */
export interface ColliderGroupEntry {
  path: string;
  colliders: number[];
  node?: number;
}

/** A VRM extension of either version, read into one form before it is checked. */
export interface VrmParts {
  version: VrmVersion;
  specVersion?: string;
  exporter?: string;
  meta: AvatarMeta;
  bones: BoneAssignment[];
  expressions: ExpressionEntry[];
  springs: SpringEntry[];
  colliderGroups: ColliderGroupEntry[];
  /** The node of each collider (1.0), or one entry for each collider of each group (0.x). */
  colliders: { path: string; node: number }[];
}
