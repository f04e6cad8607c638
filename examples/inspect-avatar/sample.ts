/** The bones that VRM 1.0 requires, each under the one it grows from. */
const BONES: Record<string, string | undefined> = {
  hips: undefined,
  spine: "hips",
  head: "spine",
  leftUpperArm: "spine",
  leftLowerArm: "leftUpperArm",
  leftHand: "leftLowerArm",
  rightUpperArm: "spine",
  rightLowerArm: "rightUpperArm",
  rightHand: "rightLowerArm",
  leftUpperLeg: "hips",
  leftLowerLeg: "leftUpperLeg",
  leftFoot: "leftLowerLeg",
  rightUpperLeg: "hips",
  rightLowerLeg: "rightUpperLeg",
  rightFoot: "rightLowerLeg",
};

/** A skeleton of an avatar: VRM 1.0 with bones and a licence, and nothing to draw. */
export function sampleAvatar(): Uint8Array {
  const names = Object.keys(BONES);
  const childrenOf = (name: string) => names.flatMap((n, i) => (BONES[n] === name ? [i] : []));
  const nodes = names.map((name) => {
    const children = childrenOf(name);
    return children.length === 0 ? { name } : { name, children };
  });
  return glb({
    asset: { version: "2.0", generator: "Ryugu's example" },
    extensionsUsed: ["VRMC_vrm"],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes,
    extensions: {
      VRMC_vrm: {
        specVersion: "1.0",
        meta: {
          name: "Otohime",
          authors: ["Ryugu"],
          licenseUrl: "https://vrm.dev/licenses/1.0/",
        },
        humanoid: { humanBones: Object.fromEntries(names.map((name, node) => [name, { node }])) },
      },
    },
  });
}

/** Wraps JSON in a GLB: a header of 12 bytes, and one chunk padded with spaces. */
function glb(json: unknown): Uint8Array {
  const text = JSON.stringify(json);
  const chunk = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
  const bytes = new Uint8Array(20 + chunk.length);
  const view = new DataView(bytes.buffer);
  const header = [0x46546c67, 2, bytes.length, chunk.length, 0x4e4f534a];
  header.forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  bytes.set(chunk, 20);
  return bytes;
}
