import * as z from "zod/mini";
import { pointer } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";
import type { AvatarMeta } from "./inspection.ts";
import { metaFields } from "./meta-fields.ts";
import { boundedList, indexList, isRecord, member, readList, readSection } from "./section.ts";
import type { BoneAssignment, ExpressionEntry, VrmParts } from "./vrm.ts";

/** VRMC_vrm 1.0 and VRMC_springBone 1.0: https://github.com/vrm-c/vrm-specification */
const Bone = z.object({ node: z.number() });
const Expression = z.object({
  morphTargetBinds: z.optional(boundedList(z.object({ node: z.number(), index: z.number() }))),
});
const Spring = z.object({
  joints: boundedList(z.object({ node: z.number() })),
  colliderGroups: z.optional(indexList),
});
const Collider = z.object({ node: z.number() });
const ColliderGroup = z.object({ colliders: indexList });

const TERMS = [
  "avatarPermission",
  "allowExcessivelyViolentUsage",
  "allowExcessivelySexualUsage",
  "commercialUsage",
  "allowPoliticalOrReligiousUsage",
  "allowAntisocialOrHateUsage",
  "creditNotation",
  "allowRedistribution",
  "modification",
  "licenseUrl",
  "otherLicenseUrl",
  "thirdPartyLicenses",
];

const ROOT = "/extensions/VRMC_vrm";
const SPRINGS = "/extensions/VRMC_springBone";
const MAX_NAMED = 4_096;

/** Reads the `VRMC_vrm` and `VRMC_springBone` extensions of VRM 1.0. */
export function readVrm1(
  vrm: { readonly [key: string]: unknown },
  springBone: { readonly [key: string]: unknown },
  report: AvatarReport,
): VrmParts {
  const { specVersion } = vrm;
  const expressions = member(vrm, "expressions");
  const list = <T>(schema: z.ZodMiniType<T>, name: string) =>
    readList(schema, springBone[name], `${SPRINGS}/${name}`, report);
  return {
    version: "1.0",
    ...(typeof specVersion === "string" ? { specVersion } : {}),
    meta: readMeta(member(vrm, "meta"), report),
    bones: readBones(member(vrm, "humanoid").humanBones, report),
    expressions: [
      ...readExpressions(expressions.preset, "preset", report),
      ...readExpressions(expressions.custom, "custom", report),
    ],
    springs: list(Spring, "springs").map(({ joints, colliderGroups }, i) => ({
      path: `${SPRINGS}/springs/${i}`,
      joints: joints.map((joint) => joint.node),
      colliderGroups: colliderGroups ?? [],
    })),
    colliderGroups: list(ColliderGroup, "colliderGroups").map(({ colliders }, i) => ({
      path: `${SPRINGS}/colliderGroups/${i}`,
      colliders,
    })),
    colliders: list(Collider, "colliders").map(({ node }, i) => ({
      path: `${SPRINGS}/colliders/${i}`,
      node,
    })),
  };
}

/** The entries of an object that maps names to things, bounded. */
function entries(value: unknown, path: string, report: AvatarReport): [string, unknown][] {
  if (value === undefined) return [];
  const list = isRecord(value) ? Object.entries(value) : undefined;
  if (list !== undefined && list.length <= MAX_NAMED) return list;
  report.add("avatar-shape-invalid", path, `expected an object of at most ${MAX_NAMED} members`);
  return [];
}

function readBones(value: unknown, report: AvatarReport): BoneAssignment[] {
  const root = `${ROOT}/humanoid/humanBones`;
  return entries(value, root, report).flatMap(([name, bone]) => {
    const path = pointer(root, name);
    const read = readSection(Bone, bone, path, report, undefined);
    return read === undefined ? [] : [{ name, node: read.node, path }];
  });
}

function readExpressions(
  value: unknown,
  kind: "preset" | "custom",
  report: AvatarReport,
): ExpressionEntry[] {
  const root = `${ROOT}/expressions/${kind}`;
  return entries(value, root, report).flatMap(([name, expression]) => {
    const path = pointer(root, name);
    const read = readSection(Expression, expression, path, report, undefined);
    if (read === undefined) return [];
    return [{ name, preset: kind === "preset", path, morphs: read.morphTargetBinds ?? [] }];
  });
}

function readMeta(meta: { readonly [key: string]: unknown }, report: AvatarReport): AvatarMeta {
  const fields = metaFields(meta, `${ROOT}/meta`, report);
  for (const name of ["name", "authors", "licenseUrl"]) fields.expect(name);
  const url = fields.link("licenseUrl");
  const other = fields.link("otherLicenseUrl");
  return {
    name: fields.text("name") ?? "",
    authors: fields.texts("authors"),
    version: fields.text("version"),
    contact: fields.text("contactInformation"),
    copyright: fields.text("copyrightInformation"),
    references: fields.texts("references"),
    licence: {
      name: url?.startsWith("https://vrm.dev/licenses/1.0") ? "VRM Public License 1.0" : undefined,
      url,
      otherUrls: other === undefined ? [] : [other],
      terms: fields.terms(TERMS),
    },
    raw: meta,
  };
}
