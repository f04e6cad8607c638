import * as z from "zod/mini";
import { BONE_NAMES, type BoneName } from "./bones.ts";
import { AVATAR_FINDINGS, type AvatarFindingCode } from "./finding-codes.ts";

const count = z.int().check(z.nonnegative());
const index = count;

const avatarLicenceSchema = z.object({
  name: z
    .optional(z.string())
    .check(
      z.describe("The licence as the file names it: licenseName (0.x), or VRM Public License 1.0."),
    ),
  url: z.optional(z.string()).check(z.describe("Where the licence's text is, http or https.")),
  otherUrls: z.array(z.string()).check(z.describe("Further terms by link, http or https.")),
  terms: z
    .record(z.string(), z.union([z.string(), z.boolean()]))
    .check(z.describe("The permission fields of the VRM meta, named and valued as in the file.")),
});

const avatarMetaSchema = z.object({
  name: z.string().check(z.describe("The avatar's name (1.0) or title (0.x); empty where absent.")),
  authors: z.array(z.string()),
  version: z.optional(z.string()),
  contact: z.optional(z.string()),
  copyright: z.optional(z.string()),
  references: z.array(z.string()),
  licence: avatarLicenceSchema,
  raw: z.unknown().check(z.describe("The meta as it stands in the file, unchecked.")),
});

const avatarCountsSchema = z.object({
  nodes: count,
  meshes: count,
  primitives: count.check(z.describe("Mesh primitives: each is a draw call wherever it is used.")),
  triangles: count.check(z.describe("Triangles of all meshes, each mesh counted once.")),
  drawnTriangles: count.check(z.describe("Triangles as often as a node draws their mesh.")),
  vertices: count.check(
    z.describe("Elements of all POSITION accessors, shared ones counted once."),
  ),
  morphTargets: count.check(z.describe("Morph targets of all meshes, each mesh counted once.")),
  materials: count,
  textures: count,
  images: count,
  skins: count,
  joints: count.check(z.describe("Distinct nodes that are a joint of any skin.")),
});

const avatarFindingSchema = z.object({
  code: z.enum(Object.keys(AVATAR_FINDINGS) as [AvatarFindingCode, ...AvatarFindingCode[]]),
  severity: z.enum(["error", "warning", "info"]),
  path: z.string().check(z.describe("A JSON pointer (RFC 6901) into the GLB's JSON.")),
  message: z.string(),
  messageJa: z.string(),
});

/** What the inspector says of an avatar; published as `avatar-inspection.schema.json`. */
export const avatarInspectionSchema = z.object({
  version: z.enum(["0.x", "1.0"]),
  specVersion: z.optional(z.string()).check(z.describe("The version as the file writes it.")),
  generator: z.optional(z.string()).check(z.describe("asset.generator of the glTF.")),
  exporter: z.optional(z.string()).check(z.describe("exporterVersion of VRM 0.x.")),
  bytes: count.check(z.describe("The file's size in bytes.")),
  jsonBytes: count.check(z.describe("The JSON chunk's size in bytes.")),
  meta: avatarMetaSchema,
  bones: z.array(
    z.object({
      bone: z.enum(BONE_NAMES as [BoneName, ...BoneName[]]),
      node: index,
      nodeName: z.optional(z.string()),
    }),
  ),
  expressions: z.array(
    z.object({ name: z.string(), preset: z.boolean().check(z.describe("Named by the standard.")) }),
  ),
  springBones: z.object({ springs: count, joints: count, colliders: count, colliderGroups: count }),
  counts: avatarCountsSchema,
  extensionsUsed: z.array(z.string()),
  extensionsRequired: z.array(z.string()),
  findings: z.array(avatarFindingSchema),
});

/** Name, authors and terms of an avatar, from either version's meta. */
export type AvatarMeta = z.infer<typeof avatarMetaSchema>;
/** How much an avatar holds, counted from its JSON alone. */
export type AvatarCounts = z.infer<typeof avatarCountsSchema>;
/** What the inspector says of an avatar. Texts are safe to show; only `meta.raw` is as the file has it. */
export type AvatarInspection = z.infer<typeof avatarInspectionSchema>;
