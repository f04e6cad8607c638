import { expect, test } from "vitest";
import { avatarGlb, avatarJson, avatarJson0 } from "../../test/make-avatar.ts";
import { inspectAvatar } from "./inspect.ts";
import { inspectAvatarBlob } from "./inspect-blob.ts";
import { avatarInspectionSchema } from "./inspection.ts";

test("says what a VRM 1.0 avatar holds", () => {
  const inspection = inspectAvatar(avatarGlb(avatarJson()));
  expect(inspection).toMatchObject({
    version: "1.0",
    specVersion: "1.0",
    generator: "test",
    meta: {
      name: "乙姫",
      authors: ["Ryugu"],
      version: "1",
      licence: {
        name: "VRM Public License 1.0",
        url: "https://vrm.dev/licenses/1.0/",
        terms: { avatarPermission: "everyone", allowRedistribution: true },
      },
    },
    expressions: [
      { name: "happy", preset: true },
      { name: "wink", preset: false },
    ],
    springBones: { springs: 1, joints: 1, colliders: 1, colliderGroups: 1 },
    counts: {
      nodes: 19,
      meshes: 1,
      primitives: 1,
      triangles: 2,
      drawnTriangles: 2,
      vertices: 4,
      morphTargets: 2,
      materials: 1,
      skins: 1,
      joints: 17,
    },
    findings: [],
  });
  expect(inspection.bones).toContainEqual({ bone: "hips", node: 0, nodeName: "J_hips" });
  expect(inspection.bones).toHaveLength(17);
});

test("says the same of the avatar in VRM 0.x", () => {
  const newer = inspectAvatar(avatarGlb(avatarJson()));
  const older = inspectAvatar(avatarGlb(avatarJson0()));
  expect(older).toMatchObject({
    version: "0.x",
    exporter: "test-0",
    meta: {
      name: "乙姫",
      authors: ["Ryugu"],
      licence: { name: "CC0", otherUrls: ["https://example.org/terms"] },
    },
    expressions: [
      { name: "joy", preset: true },
      { name: "Wink", preset: false },
    ],
    springBones: { springs: 1, joints: 1, colliders: 2, colliderGroups: 1 },
    findings: [],
  });
  expect(older.bones).toEqual(newer.bones);
  expect(older.counts).toEqual(newer.counts);
});

test("VRM 0.x thumbs are named as VRM 1.0 names them", () => {
  const json = avatarJson0();
  const hand = json.nodes.findIndex((node: { name: string }) => node.name === "J_leftHand");
  const added =
    json.nodes.push({ name: "a", children: [json.nodes.length + 1] }, { name: "b" }) - 2;
  json.nodes[hand].children = [added];
  json.extensions.VRM.humanoid.humanBones.push(
    { bone: "leftThumbProximal", node: added },
    { bone: "leftThumbIntermediate", node: added + 1 },
  );
  const { bones, findings } = inspectAvatar(avatarGlb(json));
  expect(findings).toEqual([]);
  expect(bones).toContainEqual({ bone: "leftThumbMetacarpal", node: added, nodeName: "a" });
  expect(bones).toContainEqual({ bone: "leftThumbProximal", node: added + 1, nodeName: "b" });
});

test("an inspection has the shape that is published", () => {
  for (const json of [avatarJson(), avatarJson0()]) {
    const inspection = inspectAvatar(avatarGlb(json));
    expect(avatarInspectionSchema.parse(inspection)).toEqual(inspection);
  }
});

test("texts that lie about themselves are cleaned, noted, and kept raw", () => {
  const json = avatarJson();
  json.extensions.VRMC_vrm.meta.name = "safe\u202egpj.exe";
  json.nodes[0].name = "hips\u001b[2J";
  const { meta, bones, findings } = inspectAvatar(avatarGlb(json));
  expect(meta.name).toBe("safegpj.exe");
  expect(meta.raw).toMatchObject({ name: "safe\u202egpj.exe" });
  expect(bones[0]?.nodeName).toBe("hips[2J");
  expect(findings.map((finding) => finding.code)).toEqual(["avatar-meta-text-unsafe"]);
});

test.each(["javascript:alert(1)", "file:///etc/passwd", "https://a b", "//example.org"])(
  "the licence link %s is not passed on",
  (link) => {
    const json = avatarJson();
    json.extensions.VRMC_vrm.meta.otherLicenseUrl = link;
    const { meta, findings } = inspectAvatar(avatarGlb(json));
    expect(meta.licence.otherUrls).toEqual([]);
    expect(findings.map((finding) => finding.code)).toEqual(["avatar-link-dropped"]);
  },
);

test("a file with both versions is read as 1.0", () => {
  const json = { ...avatarJson(), extensionsUsed: ["VRM", "VRMC_vrm", "VRMC_springBone"] };
  json.extensions.VRM = avatarJson0().extensions.VRM;
  const inspection = inspectAvatar(avatarGlb(json));
  expect(inspection.version).toBe("1.0");
  expect(inspection.findings.map((finding) => finding.code)).toEqual(["avatar-two-versions"]);
});

test("bytes after the stated end are noted", () => {
  const glb = avatarGlb(avatarJson());
  const bytes = new Uint8Array(glb.length + 5);
  bytes.set(glb);
  expect(inspectAvatar(bytes).findings.map(({ code }) => code)).toEqual(["glb-trailing-bytes"]);
});

test("a blob is inspected alike, reading no more than its head and JSON chunk", async () => {
  const bytes = avatarGlb(avatarJson());
  const inspection = inspectAvatar(bytes);
  let furthest = 0;
  const blob = {
    size: bytes.length,
    slice(start: number, end: number) {
      furthest = Math.max(furthest, end);
      return new Blob([bytes.slice(start, end)]);
    },
  };
  expect(await inspectAvatarBlob(blob)).toEqual(inspection);
  expect(furthest).toBeLessThanOrEqual(20 + inspection.jsonBytes + 11);
});

test("a blob of 200 MB is refused by its size, without being read", async () => {
  let read = 0;
  const blob = {
    size: 200_000_000,
    slice(start: number, end: number) {
      read += end - start;
      return new Blob([avatarGlb(avatarJson()).slice(start, end)]);
    },
  };
  await expect(inspectAvatarBlob(blob)).rejects.toMatchObject({ code: "avatar-too-large" });
  expect(read).toBeLessThanOrEqual(200);
});
