import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../test/shared-data.ts";
import { readAvatar } from "./read.ts";

/** What must be read out of each good file: version, name, licence, bones, expressions, springs, triangles. */
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  "blender_debug_robot.vrm": [
    "1.0",
    "VRM Animation Debug Robot",
    "VRM Public License 1.0",
    53,
    18,
    0,
    36,
  ],
  "cool_loops.vrm": ["0.x", "Cool_loops", "Other", 50, 8, 1, 2764],
  "cryptovoxels_v0.vrm": ["0.x", "cryptovoxels", "Other", 43, 0, 0, 4907],
  "godette_v0.vrm": ["0.x", "Low-Poly Godette", "CC_BY", 45, 17, 3, 3439],
  "spec_isbinary_overridden_v1.vrm": [
    "1.0",
    "isBinary overridden",
    "VRM Public License 1.0",
    22,
    2,
    0,
    8,
  ],
  "spec_mtoon_uvanim_v1.vrm": [
    "1.0",
    "VRMC_materials_mtoon UV Animation Test",
    "VRM Public License 1.0",
    53,
    0,
    0,
    6,
  ],
  "univrm_emission_v0.vrm": ["0.x", "EmissionTest", "CC0", 52, 17, 0, 4608],
  "vrmmetalkit_springbone_ext_v1.vrm": [
    "1.0",
    "springbone_extended_plane_ploose",
    "VRM Public License 1.0",
    19,
    0,
    1,
    2400,
  ],
};

/** Why each malformed file must be refused. */
const MALFORMED: Readonly<Record<string, string>> = {
  "blender_non_humanoid.vrm": "avatar-not-humanoid",
  "usdvrm_duplicate_humanoid_bone.vrm": "avatar-bone-duplicate",
  "usdvrm_invalid.vrm": "not-a-glb",
  "usdvrm_malformed_glb_json.vrm": "glb-json-invalid",
  "usdvrm_missing_spring_collider_group.vrm": "avatar-collider-group-missing",
  "usdvrm_unmapped_humanoid_node.vrm": "avatar-bone-unmapped",
};

const data = sharedData("avatars");

describe.skipIf(data === undefined)("the avatars in the shared data", () => {
  const folder = data ?? "";
  const files = (sub: string) =>
    readdirSync(join(folder, sub)).filter((name) => name.endsWith(".vrm"));
  const bytesOf = (sub: string, name: string) =>
    new Uint8Array(readFileSync(join(folder, sub, name)));

  test("every file has an expectation", () => {
    expect(files("")).toEqual(Object.keys(GOOD));
    expect(files("malformed")).toEqual(Object.keys(MALFORMED));
  });

  test.each(Object.entries(GOOD))("%s is read", (name, expected) => {
    const { version, meta, bones, expressions, springBones, counts, findings } = readAvatar(
      bytesOf("", name),
    );
    expect([
      version,
      meta.name,
      meta.licence.name,
      bones.length,
      expressions.length,
      springBones.springs,
      counts.triangles,
    ]).toEqual(expected);
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  test.each(Object.entries(MALFORMED))("%s is refused as itself", (name, code) => {
    expect(() => readAvatar(bytesOf("malformed", name))).toThrow(expect.objectContaining({ code }));
  });
});
