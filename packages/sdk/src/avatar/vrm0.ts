import * as z from "zod/mini";
import type { AvatarReport } from "./finding-codes.ts";
import type { AvatarMeta } from "./inspection.ts";
import { metaFields } from "./meta-fields.ts";
import { indexList, member, readList } from "./section.ts";
import type { VrmParts } from "./vrm.ts";

/** The VRM 0.x schema: https://github.com/vrm-c/vrm-specification/tree/master/specification/0.0 */
const Bone = z.object({ bone: z.string(), node: z.number() });
const Group = z.object({
  name: z.optional(z.string()),
  presetName: z.optional(z.string()),
  binds: z.optional(
    z.nullable(z.array(z.object({ mesh: z.optional(z.number()), index: z.optional(z.number()) }))),
  ),
});
const BoneGroup = z.object({
  bones: z.optional(indexList),
  colliderGroups: z.optional(indexList),
});
const ColliderGroup = z.object({
  node: z.optional(z.number()),
  colliders: z.optional(z.nullable(z.array(z.unknown()))),
});

const TERMS = [
  "allowedUserName",
  "violentUssageName",
  "sexualUssageName",
  "commercialUssageName",
  "otherPermissionUrl",
  "licenseName",
  "otherLicenseUrl",
];

const ROOT = "/extensions/VRM";
/** VRM 0.x writes -1 where a bone or collider group's node was left empty in the editor. */
const UNSET = -1;

/** Reads the `VRM` extension of VRM 0.x. */
export function readVrm0(
  extension: { readonly [key: string]: unknown },
  report: AvatarReport,
): VrmParts {
  const { specVersion, exporterVersion } = extension;
  const bones = `${ROOT}/humanoid/humanBones`;
  const groups = `${ROOT}/blendShapeMaster/blendShapeGroups`;
  const springs = `${ROOT}/secondaryAnimation/boneGroups`;
  const colliders = `${ROOT}/secondaryAnimation/colliderGroups`;
  const secondary = member(extension, "secondaryAnimation");
  const colliderGroups = readList(ColliderGroup, secondary.colliderGroups, colliders, report);
  return {
    version: "0.x",
    ...(typeof specVersion === "string" ? { specVersion } : {}),
    ...(typeof exporterVersion === "string" ? { exporter: exporterVersion } : {}),
    meta: readMeta(member(extension, "meta"), report),
    bones: readList(Bone, member(extension, "humanoid").humanBones, bones, report).map(
      ({ bone, node }, i) => ({ name: bone, node, path: `${bones}/${i}` }),
    ),
    expressions: readList(
      Group,
      member(extension, "blendShapeMaster").blendShapeGroups,
      groups,
      report,
    ).map(({ name, presetName, binds }, i) => {
      const preset = presetName !== undefined && !["", "unknown"].includes(presetName);
      return {
        name: (preset ? presetName : name) ?? "",
        preset,
        path: `${groups}/${i}`,
        morphs: (binds ?? []).map(({ mesh = UNSET, index = UNSET }) => ({ mesh, index })),
      };
    }),
    springs: readList(BoneGroup, secondary.boneGroups, springs, report).map((group, i) => ({
      path: `${springs}/${i}`,
      joints: (group.bones ?? []).filter((node) => node !== UNSET),
      colliderGroups: group.colliderGroups ?? [],
    })),
    colliderGroups: colliderGroups.map(({ node }, i) => ({
      path: `${colliders}/${i}`,
      colliders: [],
      ...(node === undefined || node === UNSET ? {} : { node }),
    })),
    colliders: colliderGroups.flatMap(({ node, colliders: list }, i) =>
      (list ?? []).map(() => ({ path: `${colliders}/${i}`, node: node ?? UNSET })),
    ),
  };
}

function readMeta(meta: { readonly [key: string]: unknown }, report: AvatarReport): AvatarMeta {
  const fields = metaFields(meta, `${ROOT}/meta`, report);
  for (const name of ["title", "author", "licenseName"]) fields.expect(name);
  const author = fields.text("author");
  const reference = fields.text("reference");
  const permission = fields.link("otherPermissionUrl");
  return {
    name: fields.text("title") ?? "",
    authors: author === undefined ? [] : [author],
    version: fields.text("version"),
    contact: fields.text("contactInformation"),
    references: reference === undefined ? [] : [reference],
    licence: {
      name: fields.text("licenseName"),
      url: fields.link("otherLicenseUrl"),
      otherUrls: permission === undefined ? [] : [permission],
      terms: fields.terms(TERMS),
    },
    raw: meta,
  };
}
