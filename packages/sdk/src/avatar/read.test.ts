import { expect, test } from "vitest";
import { avatarGlb, avatarJson, avatarJson0, type Loose, nodeOf } from "../../test/make-avatar.ts";
import { AvatarRefusedError } from "./errors.ts";
import { inspectAvatar } from "./inspect.ts";
import { readAvatar } from "./read.ts";

const faultOf = (json: Loose): string => {
  try {
    readAvatar(avatarGlb(json));
  } catch (error) {
    if (error instanceof AvatarRefusedError) return error.code;
    throw error;
  }
  return "accepted";
};
const bones = (json: Loose) => json.extensions.VRMC_vrm.humanoid.humanBones;
const springs = (json: Loose) => json.extensions.VRMC_springBone;

test("faultless avatars are accepted", () => {
  expect(faultOf(avatarJson())).toBe("accepted");
  expect(faultOf(avatarJson0())).toBe("accepted");
});

/** One fault each, made in the faultless VRM 1.0 avatar. */
const FAULTS: [string, (json: Loose) => void, string][] = [
  [
    "no VRM extension",
    (j) => {
      j.extensions = {};
    },
    "avatar-not-vrm",
  ],
  [
    "no extensions",
    (j) => {
      delete j.extensions;
    },
    "avatar-not-vrm",
  ],
  [
    "VRM 2",
    (j) => {
      j.extensions.VRMC_vrm.specVersion = "2.0";
    },
    "avatar-version-unsupported",
  ],
  [
    "no humanoid",
    (j) => {
      delete j.extensions.VRMC_vrm.humanoid;
    },
    "avatar-not-humanoid",
  ],
  [
    "no head",
    (j) => {
      delete bones(j).head;
    },
    "avatar-bone-missing",
  ],
  [
    "two bones on a node",
    (j) => {
      bones(j).chest.node = nodeOf("spine");
    },
    "avatar-bone-duplicate",
  ],
  [
    "a bone on node 999",
    (j) => {
      bones(j).spine.node = 999;
    },
    "avatar-bone-unmapped",
  ],
  [
    "a bone on node -1",
    (j) => {
      bones(j).spine.node = -1;
    },
    "avatar-bone-unmapped",
  ],
  [
    "a bone on node 1.5",
    (j) => {
      bones(j).spine.node = 1.5;
    },
    "avatar-bone-unmapped",
  ],
  [
    "a bone on node 'hips'",
    (j) => {
      bones(j).spine.node = "hips";
    },
    "avatar-shape-invalid",
  ],
  [
    "swapped arms and legs",
    (j) => {
      [bones(j).leftHand, bones(j).leftUpperArm] = [bones(j).leftUpperArm, bones(j).leftHand];
    },
    "avatar-bone-hierarchy",
  ],
  [
    "a lost collider group",
    (j) => {
      springs(j).springs[0].colliderGroups = [5];
    },
    "avatar-collider-group-missing",
  ],
  [
    "a lost collider",
    (j) => {
      springs(j).colliderGroups[0].colliders = [7];
    },
    "avatar-collider-missing",
  ],
  [
    "a lost spring joint",
    (j) => {
      springs(j).springs[0].joints[0].node = 99;
    },
    "avatar-spring-unmapped",
  ],
  [
    "a collider on no node",
    (j) => {
      springs(j).colliders[0].node = -1;
    },
    "avatar-spring-unmapped",
  ],
  [
    "a node that is its own child",
    (j) => {
      j.nodes[0].children.push(0);
    },
    "avatar-nodes-not-a-tree",
  ],
  [
    "a cycle of nodes",
    (j) => {
      j.nodes[nodeOf("head")].children = [nodeOf("hips")];
    },
    "avatar-nodes-not-a-tree",
  ],
  [
    "a node with two parents",
    (j) => {
      j.nodes[0].children.push(nodeOf("head"));
    },
    "avatar-nodes-not-a-tree",
  ],
  [
    "a child that is no node",
    (j) => {
      j.nodes[0].children.push(1e9);
    },
    "avatar-index-dangling",
  ],
  [
    "a mesh that is not there",
    (j) => {
      j.nodes[17].mesh = 4;
    },
    "avatar-index-dangling",
  ],
  [
    "a material that is not there",
    (j) => {
      j.meshes[0].primitives[0].material = 9;
    },
    "avatar-index-dangling",
  ],
  [
    "a joint that is no node",
    (j) => {
      j.skins[0].joints[3] = 400;
    },
    "avatar-index-dangling",
  ],
  [
    "an accessor of a billion",
    (j) => {
      j.accessors[0].count = 1e9;
    },
    "avatar-accessor-out-of-bounds",
  ],
  [
    "a negative count",
    (j) => {
      j.accessors[0].count = -3;
    },
    "avatar-shape-invalid",
  ],
  [
    "nodes that are no list",
    (j) => {
      j.nodes = {};
    },
    "avatar-shape-invalid",
  ],
  [
    "a mesh of text",
    (j) => {
      j.meshes[0] = "body";
    },
    "avatar-shape-invalid",
  ],
];

test.each(FAULTS)("%s is refused as itself", (_what, spoil, code) => {
  const json = avatarJson();
  spoil(json);
  expect(faultOf(json)).toBe(code);
});

test("a refusal carries everything that was found", () => {
  const json = avatarJson();
  bones(json).spine.node = 999;
  delete bones(json).head;
  const inspection = inspectAvatar(avatarGlb(json));
  expect(() => readAvatar(avatarGlb(json))).toThrow(
    expect.objectContaining({ findings: inspection.findings }),
  );
  expect(inspection.findings.map(({ code, path }) => [code, path])).toEqual([
    ["avatar-bone-unmapped", "/extensions/VRMC_vrm/humanoid/humanBones/spine"],
    ["avatar-bone-missing", "/extensions/VRMC_vrm/humanoid/humanBones"],
  ]);
});

test("a flood of small faults does not hide a refusal", () => {
  const json = avatarJson();
  for (let i = 0; i < 1_000; i++) bones(json)[`extra${i}`] = { node: 0 };
  springs(json).springs[0].colliderGroups = [5];
  expect(faultOf(json)).toBe("avatar-collider-group-missing");
});

test("a bare stand-in skeleton beside a thing is no avatar; a skeleton with more is only idle", () => {
  const json = avatarJson();
  delete bones(json).chest;
  delete bones(json).neck;
  json.nodes = json.nodes.map((node: { name: string }) => ({ name: node.name.replace("J_", "") }));
  json.nodes[nodeOf("hips")].children = ["spine", "leftUpperLeg", "rightUpperLeg"].map(
    nodeOf as Loose,
  );
  json.nodes[nodeOf("spine")].children = ["head", "leftUpperArm", "rightUpperArm"].map(
    nodeOf as Loose,
  );
  for (const side of ["left", "right"] as const) {
    json.nodes[nodeOf(`${side}UpperLeg`)].children = [nodeOf(`${side}LowerLeg`)];
    json.nodes[nodeOf(`${side}LowerLeg`)].children = [nodeOf(`${side}Foot`)];
    json.nodes[nodeOf(`${side}UpperArm`)].children = [nodeOf(`${side}LowerArm`)];
    json.nodes[nodeOf(`${side}LowerArm`)].children = [nodeOf(`${side}Hand`)];
  }
  json.nodes[17] = { name: "Thing", mesh: 0 };
  expect(faultOf(json)).toBe("avatar-not-humanoid");

  json.nodes[nodeOf("head")].children = [json.nodes.push({ name: "hair" }) - 1];
  expect(faultOf(json)).toBe("accepted");
  const { findings } = inspectAvatar(avatarGlb(json));
  expect(findings.map((finding) => finding.code)).toContain("avatar-skeleton-idle");

  json.nodes[nodeOf("head")].children = [17]; // a mesh below a bone, without a skin
  expect(inspectAvatar(avatarGlb(json)).findings.map(({ code }) => code)).not.toContain(
    "avatar-skeleton-idle",
  );
});

test("a bone listed twice in VRM 0.x is refused; a chest that is missing is not", () => {
  const twice = avatarJson0();
  twice.extensions.VRM.humanoid.humanBones.push({ bone: "hips", node: 18 });
  expect(faultOf(twice)).toBe("avatar-bone-duplicate");

  const chestless = avatarJson0();
  const list = chestless.extensions.VRM.humanoid.humanBones;
  chestless.extensions.VRM.humanoid.humanBones = list.filter((b: Loose) => b.bone !== "chest");
  expect(faultOf(chestless)).toBe("accepted");
  expect(inspectAvatar(avatarGlb(chestless)).findings).toMatchObject([
    { code: "avatar-bone-missing", severity: "warning" },
  ]);
});
