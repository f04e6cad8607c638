import * as z from "zod/mini";
import type { AvatarReport } from "./finding-codes.ts";
import type { Glb } from "./glb.ts";
import { boundedList, indexList, isRecord, readList } from "./section.ts";

/** glTF 2.0 nodes, as far as the inspector reads them. */
const Node = z.object({
  name: z.optional(z.string()),
  children: z.optional(indexList),
  mesh: z.optional(z.number()),
  skin: z.optional(z.number()),
});

const Primitive = z.object({
  attributes: z.object({ POSITION: z.optional(z.number()) }),
  indices: z.optional(z.number()),
  material: z.optional(z.number()),
  mode: z.optional(z.number()),
  targets: z.optional(boundedList(z.unknown())),
});

const Mesh = z.object({
  name: z.optional(z.string()),
  primitives: boundedList(Primitive),
});

const Skin = z.object({ joints: indexList });

const Accessor = z.object({
  bufferView: z.optional(z.number()),
  byteOffset: z.optional(z.number()),
  componentType: z.number(),
  count: z.int().check(z.nonnegative()),
  type: z.string(),
});

const BufferView = z.object({ byteLength: z.int().check(z.nonnegative()) });

const Anything = z.unknown();

export type GltfNode = z.infer<typeof Node>;
export type GltfMesh = z.infer<typeof Mesh>;
export type GltfPrimitive = z.infer<typeof Primitive>;
export type GltfAccessor = z.infer<typeof Accessor>;

/** The lists of a glTF 2.0 file that the inspector reads, checked element by element. */
export interface GltfLists {
  nodes: GltfNode[];
  meshes: GltfMesh[];
  skins: z.infer<typeof Skin>[];
  accessors: GltfAccessor[];
  bufferViews: z.infer<typeof BufferView>[];
  materials: unknown[];
  textures: unknown[];
  images: unknown[];
  extensionsUsed: string[];
  extensionsRequired: string[];
  /** The root's extensions: `VRM`, `VRMC_vrm`, `VRMC_springBone`. */
  extensions: { readonly [name: string]: unknown };
}

/** Reads the lists of a GLB's JSON; a list that cannot be read counts as empty, with a finding. */
export function readGltfLists(json: Glb["json"], report: AvatarReport): GltfLists {
  const list = <T>(schema: z.ZodMiniType<T>, name: string) =>
    readList(schema, json[name], `/${name}`, report);
  return {
    nodes: list(Node, "nodes"),
    meshes: list(Mesh, "meshes"),
    skins: list(Skin, "skins"),
    accessors: list(Accessor, "accessors"),
    bufferViews: list(BufferView, "bufferViews"),
    materials: list(Anything, "materials"),
    textures: list(Anything, "textures"),
    images: list(Anything, "images"),
    extensionsUsed: list(z.string(), "extensionsUsed"),
    extensionsRequired: list(z.string(), "extensionsRequired"),
    extensions: isRecord(json.extensions) ? json.extensions : {},
  };
}
