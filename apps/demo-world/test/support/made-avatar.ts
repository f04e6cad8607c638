/** A small, faultless VRM 1.0, bone by bone: each with its parent. */
const BONES: readonly (readonly [string, string | undefined])[] = [
  ["hips", undefined],
  ["spine", "hips"],
  ["head", "spine"],
  ...["left", "right"].flatMap((side): [string, string][] => [
    [`${side}UpperArm`, "spine"],
    [`${side}LowerArm`, `${side}UpperArm`],
    [`${side}Hand`, `${side}LowerArm`],
    [`${side}UpperLeg`, "hips"],
    [`${side}LowerLeg`, `${side}UpperLeg`],
    [`${side}Foot`, `${side}LowerLeg`],
  ]),
];

const BODY = BONES.length;

/** The glTF JSON of the avatar; `change` may bend it. */
export function avatarJson(
  change: { outline?: boolean; dropBone?: string; primitives?: number } = {},
) {
  const bones = BONES.map(([name]) => name);
  const primitive = { attributes: { POSITION: 0 }, material: 0 };
  return {
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0, BODY] }],
    nodes: [
      ...BONES.map(([name]) => {
        const children = BONES.flatMap(([, parent], node) => (parent === name ? [node] : []));
        return { name, ...(children.length > 0 ? { children } : {}) };
      }),
      { name: "Body", mesh: 0, skin: 0 },
    ],
    meshes: [{ primitives: Array.from({ length: change.primitives ?? 1 }, () => primitive) }],
    skins: [{ joints: bones.map((_, node) => node) }],
    materials: [
      change.outline
        ? { extensions: { VRMC_materials_mtoon: { outlineWidthMode: "worldCoordinates" } } }
        : {},
    ],
    accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: "VEC3" }],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    buffers: [{ byteLength: 36 }],
    extensionsUsed: ["VRMC_vrm"],
    extensions: {
      VRMC_vrm: {
        specVersion: "1.0",
        meta: {
          name: "Test",
          authors: ["Ryugu"],
          version: "1",
          licenseUrl: "https://vrm.dev/licenses/1.0/",
        },
        humanoid: {
          humanBones: Object.fromEntries(
            bones.flatMap((bone, node) => (bone === change.dropBone ? [] : [[bone, { node }]])),
          ),
        },
      },
    },
  };
}

/** The file: a GLB (glTF 2.0, section 4.4). */
export function makeAvatar(json: unknown = avatarJson()): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const length = Math.ceil(text.length / 4) * 4;
  const bytes = new Uint8Array(12 + 8 + length + 8 + 36);
  const view = new DataView(bytes.buffer);
  const words = [0x46546c67, 2, bytes.length, length, 0x4e4f534a];
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  bytes.fill(0x20, 20, 20 + length);
  bytes.set(text, 20);
  view.setUint32(20 + length, 36, true);
  view.setUint32(24 + length, 0x004e4942, true);
  return bytes;
}
