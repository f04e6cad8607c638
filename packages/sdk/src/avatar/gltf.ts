import * as z from "zod/mini";
import type { AvatarReport } from "./finding-codes.ts";
import type { Glb } from "./glb.ts";
import { anyList, boundedList, indexList, isRecord, readList } from "./section.ts";

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
  targets: z.optional(anyList),
});

const Mesh = z.object({
  name: z.optional(z.string()),
  primitives: boundedList(Primitive),
});

const Skin = z.object({ joints: indexList });

/** An accessor, as far as the inspector reads it. */
export interface GltfAccessor {
  bufferView?: number;
  componentType: number;
  /** In elements. */
  count: number;
  type: string;
}

/** A face with many morph targets has thousands of accessors: a plain guard is several times faster. */
const Accessor = z.custom<GltfAccessor>(
  (value) =>
    isRecord(value) &&
    isCount(value.count) &&
    typeof value.componentType === "number" &&
    typeof value.type === "string" &&
    (value.bufferView === undefined || typeof value.bufferView === "number"),
  "expected an accessor with a componentType, a count and a type",
);

const BufferView = z.custom<{ byteLength: number }>(
  (value) => isRecord(value) && isCount(value.byteLength),
  "expected a buffer view with a byteLength",
);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const Anything = z.unknown();

export type GltfNode = z.infer<typeof Node>;
export type GltfMesh = z.infer<typeof Mesh>;
export type GltfPrimitive = z.infer<typeof Primitive>;

/** The lists of a glTF 2.0 file that the inspector reads, checked element by element. */
export interface GltfLists {
  nodes: GltfNode[];
  meshes: GltfMesh[];
  skins: z.infer<typeof Skin>[];
  accessors: GltfAccessor[];
  bufferViews: { byteLength: number }[];
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
