import { inspectAvatar, REQUIRED_BONES } from "@ryugu/sdk/avatar";
import { validateBytes } from "gltf-validator";
import { expect, test } from "vitest";
import { MOTION_BONES } from "../src/sim/motion/index.ts";
import { buildAvatars } from "./build.ts";
import { FIGURES } from "./characters/index.ts";
import { EXPRESSION_NAMES } from "./face/face-pose.ts";
import { allJoints } from "./rig/joints.ts";

const files = buildAvatars();
const vrms = [...files].filter(([name]) => name.endsWith(".vrm"));

test("the same sources give the same bytes", () => {
  const again = buildAvatars();
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [name, bytes] of files) expect(again.get(name)?.equals(bytes), name).toBe(true);
});

test("the list names every file and what is in it", () => {
  const list = JSON.parse(files.get("avatars.json")?.toString() ?? "[]");
  expect(list.map(({ id }: { id: string }) => id)).toEqual(["nagi", "hayate", "otoha", "kame"]);
  for (const { file, picture, bytes, triangles, heightMetres } of list) {
    const vrm = files.get(file) ?? Buffer.alloc(0);
    expect(bytes).toBe(vrm.length);
    expect(triangles).toBe(inspectAvatar(vrm).counts.triangles);
    expect(files.has(picture)).toBe(true);
    expect(heightMetres).toBeGreaterThan(1);
    expect(heightMetres).toBeLessThan(1.7);
  }
});

test.each(vrms)(
  "%s has nothing that our inspector or Khronos's finds wrong",
  async (_name, bytes) => {
    expect(inspectAvatar(bytes).findings).toEqual([]);
    const { issues } = await validateBytes(new Uint8Array(bytes));
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0]);
  },
);

test.each(vrms)("%s is one draw call and keeps to its budget", (_name, bytes) => {
  const { counts, jsonBytes } = inspectAvatar(bytes);
  expect(counts).toMatchObject({ meshes: 1, primitives: 1, materials: 1, skins: 1, textures: 2 });
  expect(counts.triangles).toBeGreaterThan(6_000);
  expect(counts.triangles).toBeLessThanOrEqual(12_000);
  expect(counts.joints).toBeLessThanOrEqual(90);
  expect(bytes.length).toBeLessThanOrEqual(500_000);
  expect(jsonBytes).toBeLessThanOrEqual(30_000);
});

test.each(vrms)(
  "%s has the bones that motions turn, all expressions, and terms for everyone",
  (_name, bytes) => {
    const { bones, expressions, meta, springBones } = inspectAvatar(bytes);
    const names = bones.map(({ bone }) => bone);
    expect(names).toEqual(
      expect.arrayContaining([...REQUIRED_BONES, ...MOTION_BONES, "leftEye", "rightEye"]),
    );
    expect(expressions.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...EXPRESSION_NAMES, "neutral"]),
    );
    expect(springBones.springs).toBeGreaterThan(2);
    expect(springBones.colliders).toBeGreaterThan(0);
    expect(meta.licence.terms).toMatchObject({
      avatarPermission: "everyone",
      commercialUsage: "corporation",
      creditNotation: "unnecessary",
      modification: "allowModificationRedistribution",
    });
  },
);

test.each(FIGURES.map((make) => [make.name, make()] as const))(
  "%s is moved only by joints that it has, in whole",
  (_name, figure) => {
    const joints = new Set(allJoints(figure).map(({ name }) => name));
    expect(joints.size).toBe(allJoints(figure).length);
    for (const skin of figure.surface.skins) {
      expect(skin.length).toBeGreaterThan(0);
      expect(skin.length).toBeLessThanOrEqual(4);
      expect(skin.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 6);
      for (const [joint] of skin) expect(joints.has(joint), joint).toBe(true);
    }
  },
);

test.each(vrms)("%s: every corner's weights add up to one exactly as written", (_name, bytes) => {
  const jsonLength = bytes.readUInt32LE(12);
  const gltf = JSON.parse(bytes.toString("utf8", 20, 20 + jsonLength));
  const accessor = gltf.accessors[gltf.meshes[0].primitives[0].attributes.WEIGHTS_0];
  const start = 28 + jsonLength + gltf.bufferViews[accessor.bufferView].byteOffset;
  for (let i = 0; i < accessor.count; i++) {
    const at = start + i * 4;
    expect(
      (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0),
    ).toBe(255);
  }
});
