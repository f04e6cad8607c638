import { BONE_PARENTS, type BoneName, REQUIRED_BONES } from "../src/avatar/bones.ts";
import { makeGlb } from "./make-glb.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests bend the JSON in every way
export type Loose = any;

const BONES: readonly BoneName[] = [...REQUIRED_BONES, "chest", "neck"];

/** The node of a bone in {@link avatarJson}. */
export const nodeOf = (bone: BoneName): number => BONES.indexOf(bone);

function skeleton() {
  const parentOf = (bone: BoneName): BoneName | null => {
    let parent: BoneName | null = BONE_PARENTS[bone];
    while (parent !== null && !BONES.includes(parent)) parent = BONE_PARENTS[parent];
    return parent;
  };
  return BONES.map((bone) => {
    const children = BONES.flatMap((child, node) => (parentOf(child) === bone ? [node] : []));
    return { name: `J_${bone}`, ...(children.length > 0 ? { children } : {}) };
  });
}

function scene() {
  const mesh = BONES.length;
  const tail = BONES.length + 1;
  const nodes = [...skeleton(), { name: "Body", mesh: 0, skin: 0 }, { name: "tail" }];
  return {
    asset: { version: "2.0", generator: "test" },
    scene: 0,
    scenes: [{ nodes: [nodeOf("hips"), mesh, tail] }],
    nodes,
    meshes: [
      {
        name: "Body",
        primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0, targets: [{}, {}] }],
      },
    ],
    skins: [{ joints: BONES.map((_, node) => node) }],
    materials: [{ name: "skin" }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 4, type: "VEC3" },
      { bufferView: 1, componentType: 5123, count: 6, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 48 },
      { buffer: 0, byteOffset: 48, byteLength: 12 },
    ],
    buffers: [{ byteLength: 60 }],
  };
}

/** The JSON of a small, faultless VRM 1.0 avatar. */
export function avatarJson(): Loose {
  const tail = BONES.length + 1;
  return {
    ...scene(),
    extensionsUsed: ["VRMC_vrm", "VRMC_springBone"],
    extensions: {
      VRMC_vrm: {
        specVersion: "1.0",
        meta: {
          name: "乙姫",
          authors: ["Ryugu"],
          version: "1",
          licenseUrl: "https://vrm.dev/licenses/1.0/",
          avatarPermission: "everyone",
          allowRedistribution: true,
        },
        humanoid: {
          humanBones: Object.fromEntries(BONES.map((bone, node) => [bone, { node }])),
        },
        expressions: {
          preset: { happy: { morphTargetBinds: [{ node: BONES.length, index: 1, weight: 1 }] } },
          custom: { wink: {} },
        },
      },
      VRMC_springBone: {
        specVersion: "1.0",
        colliders: [{ node: nodeOf("head"), shape: {} }],
        colliderGroups: [{ colliders: [0] }],
        springs: [{ joints: [{ node: tail }], colliderGroups: [0] }],
      },
    },
  };
}

/** The JSON of the same avatar in VRM 0.x. */
export function avatarJson0(): Loose {
  const tail = BONES.length + 1;
  return {
    ...scene(),
    extensionsUsed: ["VRM"],
    extensions: {
      VRM: {
        specVersion: "0.0",
        exporterVersion: "test-0",
        meta: {
          title: "乙姫",
          author: "Ryugu",
          licenseName: "CC0",
          allowedUserName: "Everyone",
          otherPermissionUrl: "https://example.org/terms",
        },
        humanoid: { humanBones: BONES.map((bone, node) => ({ bone, node })) },
        blendShapeMaster: {
          blendShapeGroups: [
            { name: "Joy", presetName: "joy", binds: [{ mesh: 0, index: 1, weight: 100 }] },
            { name: "Wink", presetName: "unknown", binds: [] },
          ],
        },
        secondaryAnimation: {
          colliderGroups: [{ node: nodeOf("head"), colliders: [{}, {}] }],
          boneGroups: [{ bones: [tail, -1], center: -1, colliderGroups: [0] }],
        },
      },
    },
  };
}

/** A GLB of the given JSON with a binary chunk of 60 bytes. */
export const avatarGlb = (json: Loose): Uint8Array => makeGlb({ json, binary: new Uint8Array(60) });
