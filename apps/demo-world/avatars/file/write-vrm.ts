import { EXPRESSION_NAMES } from "../face/face-pose.ts";
import type { Figure } from "../figure.ts";
import { subtract, type Vector } from "../geometry/vector.ts";
import { ATLAS_SIZE } from "../paint/atlas.ts";
import { encodePng } from "../paint/png.ts";
import { allJoints } from "../rig/joints.ts";
import { humanoid, type Joint } from "../rig/skeleton.ts";
import { type Binary, createBinary, FLOAT, packGlb } from "./binary.ts";
import { toonMaterial } from "./material.ts";
import { writeMesh } from "./mesh.ts";
import { meta } from "./meta.ts";
import { springBoneExtension } from "./spring-bone.ts";
import { vrmExtension } from "./vrm.ts";

const LINEAR = 9729;
const CLAMP_TO_EDGE = 33071;
const EXTENSIONS = ["VRMC_vrm", "VRMC_springBone", "VRMC_materials_mtoon"];

/** Writes a figure as VRM 1.0: one mesh, one primitive, one material. The same figure gives the same bytes. */
export function writeVrm(figure: Figure, thumbnail: Buffer): Buffer {
  const joints = allJoints(figure);
  const node = nodeIndex(joints);
  const binary = createBinary();
  const mesh = writeMesh(binary, figure.surface, node, EXPRESSION_NAMES);
  const inverseBindMatrices = writeBindMatrices(binary, joints);
  const images = [
    { name: "lit", picture: encodePng(ATLAS_SIZE, ATLAS_SIZE, figure.atlas.lit) },
    {
      name: "shade",
      picture: encodePng(ATLAS_SIZE, ATLAS_SIZE, figure.atlas.shade),
    },
    { name: "thumbnail", picture: thumbnail },
  ].map(({ name, picture }) => ({ name, mimeType: "image/png", bufferView: binary.view(picture) }));
  const body = joints.length;
  const at = (joint: string) => node.get(joint) ?? 0;
  const bytes = binary.bytes();
  const json = {
    asset: { version: "2.0", generator: "Ryugu avatars" },
    extensionsUsed: EXTENSIONS,
    scene: 0,
    scenes: [{ nodes: [0, body] }],
    nodes: [...jointNodes(joints, node), { name: "body", mesh: 0, skin: 0 }],
    meshes: [mesh],
    skins: [{ inverseBindMatrices, joints: joints.map((_, i) => i), skeleton: 0 }],
    materials: [toonMaterial()],
    textures: [
      { sampler: 0, source: 0 },
      { sampler: 0, source: 1 },
    ],
    samplers: [
      { magFilter: LINEAR, minFilter: LINEAR, wrapS: CLAMP_TO_EDGE, wrapT: CLAMP_TO_EDGE },
    ],
    images,
    accessors: binary.accessors,
    bufferViews: binary.bufferViews,
    buffers: [{ byteLength: bytes.length }],
    extensions: {
      VRMC_vrm: vrmExtension({
        bones: humanoid(figure.build, figure.eye),
        node: at,
        body,
        morphNames: EXPRESSION_NAMES,
        meta: meta(figure.nameEn, figure.nameJa, 2),
      }),
      VRMC_springBone: springBoneExtension(figure.springs, figure.colliders, at),
    },
  };
  return packGlb(json, bytes);
}

const nodeIndex = (joints: readonly Joint[]) => new Map(joints.map(({ name }, i) => [name, i]));

/** Numbers short enough to read; a tenth of a millimetre is enough. */
const short = (place: Vector) => place.map((x) => Math.round(x * 1e5) / 1e5);

function jointNodes(joints: readonly Joint[], node: ReadonlyMap<string, number>): object[] {
  const places = new Map(joints.map(({ name, at }) => [name, at]));
  return joints.map(({ name, parent, at }) => {
    const children = joints.flatMap((joint) =>
      joint.parent === name ? [node.get(joint.name) ?? 0] : [],
    );
    const from = parent === undefined ? undefined : places.get(parent);
    return {
      name,
      translation: short(from === undefined ? at : subtract(at, from)),
      ...(children.length === 0 ? {} : { children }),
    };
  });
}

/** No joint is turned at rest, so each matrix only moves the joint to the origin. */
function writeBindMatrices(binary: Binary, joints: readonly Joint[]): number {
  const matrices = joints.flatMap(({ at: [x, y, z] }) => [
    ...[1, 0, 0, 0],
    ...[0, 1, 0, 0],
    ...[0, 0, 1, 0],
    ...[-x, -y, -z, 1],
  ]);
  return binary.accessor({
    bufferView: binary.view(new Uint8Array(new Float32Array(matrices).buffer)),
    componentType: FLOAT,
    count: joints.length,
    type: "MAT4",
  });
}
