import { safeLine, startReport } from "../primitives/index.ts";
import { checkBody } from "./check-body.ts";
import { checkBones } from "./check-bones.ts";
import { checkExpressions } from "./check-expressions.ts";
import { checkGltf } from "./check-gltf.ts";
import { checkSprings } from "./check-springs.ts";
import { countAvatar } from "./counts.ts";
import { AvatarNotVrmError, AvatarVersionUnsupportedError } from "./errors.ts";
import { AVATAR_FINDINGS, type AvatarReport } from "./finding-codes.ts";
import { type Glb, type GlbLimits, parseGlb } from "./glb.ts";
import { type GltfLists, readGltfLists } from "./gltf.ts";
import type { AvatarInspection } from "./inspection.ts";
import { readNodeTree } from "./node-tree.ts";
import { isRecord, member } from "./section.ts";
import type { VrmParts } from "./vrm.ts";
import { readVrm0 } from "./vrm0.ts";
import { readVrm1 } from "./vrm1.ts";

/**
 * Says what an avatar is and what is wrong with it, from the GLB's JSON chunk alone: no buffer,
 * texture or mesh is decoded, nothing is fetched.
 *
 * Faults inside the file are findings; use `readAvatar` to have them refused.
 *
 * @throws AvatarRefusedError one of: NotAGlbError, GitLfsPointerError, GlbVersionUnsupportedError,
 *   GlbTruncatedError, GlbJsonInvalidError, AvatarTooLargeError, AvatarNotVrmError,
 *   AvatarVersionUnsupportedError
 * @example
 * const { meta, counts, findings } = inspectAvatar(bytes);
 */
export function inspectAvatar(bytes: Uint8Array, limits: GlbLimits = {}): AvatarInspection {
  return inspectGlb(parseGlb(bytes, limits), bytes.length);
}

/** {@link inspectAvatar} over a GLB that was taken apart already. `size` is the file's, in bytes. */
export function inspectGlb(glb: Glb, size: number): AvatarInspection {
  const report: AvatarReport = startReport(AVATAR_FINDINGS);
  noteContainer(glb, size, report);
  const gltf = readGltfLists(glb.json, report);
  const vrm = readVrm(gltf, report);
  noteExtensions(gltf, report);
  checkGltf(gltf, report);
  const tree = readNodeTree(gltf.nodes, report);
  const bones = checkBones(vrm, gltf.nodes.length, tree, report);
  checkBody(gltf, bones, tree, report);
  checkSprings(vrm, gltf.nodes.length, report);
  checkExpressions(vrm, gltf, report);
  return describe(glb, size, gltf, vrm, bones, report);
}

function describe(
  glb: Glb,
  size: number,
  gltf: GltfLists,
  vrm: VrmParts,
  bones: ReadonlyMap<AvatarInspection["bones"][number]["bone"], number>,
  report: AvatarReport,
): AvatarInspection {
  const { generator } = member(glb.json, "asset");
  return {
    version: vrm.version,
    ...(vrm.specVersion === undefined ? {} : { specVersion: safeLine(vrm.specVersion) }),
    ...(typeof generator === "string" ? { generator: safeLine(generator) } : {}),
    ...(vrm.exporter === undefined ? {} : { exporter: safeLine(vrm.exporter) }),
    bytes: size,
    jsonBytes: glb.jsonLength,
    meta: vrm.meta,
    bones: [...bones].map(([bone, node]) => {
      const name = gltf.nodes[node]?.name;
      return { bone, node, ...(name === undefined ? {} : { nodeName: safeLine(name) }) };
    }),
    expressions: vrm.expressions.map(({ name, preset }) => ({ name: safeLine(name), preset })),
    springBones: {
      springs: vrm.springs.length,
      joints: vrm.springs.reduce((sum, spring) => sum + spring.joints.length, 0),
      colliders: vrm.colliders.length,
      colliderGroups: vrm.colliderGroups.length,
    },
    counts: countAvatar(gltf),
    extensionsUsed: gltf.extensionsUsed.map((name) => safeLine(name)),
    extensionsRequired: gltf.extensionsRequired.map((name) => safeLine(name)),
    findings: [...report.findings],
  };
}

function readVrm(gltf: GltfLists, report: AvatarReport): VrmParts {
  const { VRM: vrm0, VRMC_vrm: vrm1 } = gltf.extensions;
  if (!isRecord(vrm1) && !isRecord(vrm0)) {
    throw new AvatarNotVrmError("The GLB is no VRM: it has no VRM or VRMC_vrm extension.", {
      findings: report.findings,
    });
  }
  if (isRecord(vrm1) && isRecord(vrm0)) report.add("avatar-two-versions", "/extensions");
  const version = (isRecord(vrm1) ? vrm1 : vrm0) as { specVersion?: unknown };
  const { specVersion } = version;
  if (specVersion === undefined) report.add("avatar-spec-version-missing", "/extensions");
  const expected = isRecord(vrm1) ? /^1\.0/ : /^0\./;
  if (
    specVersion !== undefined &&
    !(typeof specVersion === "string" && expected.test(specVersion))
  ) {
    throw new AvatarVersionUnsupportedError("Only VRM 0.x and VRM 1.0 are read.", {
      details: [`specVersion: ${JSON.stringify(specVersion)?.slice(0, 80)}`],
      findings: report.findings,
    });
  }
  if (isRecord(vrm1)) return readVrm1(vrm1, member(gltf.extensions, "VRMC_springBone"), report);
  return readVrm0(vrm0 as { readonly [key: string]: unknown }, report);
}

function noteContainer(glb: Glb, size: number, report: AvatarReport): void {
  if (size > glb.length) report.add("glb-trailing-bytes", "", size - glb.length);
  if (glb.jsonLength % 4 !== 0) report.add("glb-chunk-unaligned", "", glb.jsonLength);
  if (glb.binaryChunk === undefined) report.add("glb-binary-missing", "");
}

function noteExtensions(gltf: GltfLists, report: AvatarReport): void {
  for (const name of ["VRM", "VRMC_vrm", "VRMC_springBone"]) {
    if (!Object.hasOwn(gltf.extensions, name)) continue;
    if (!gltf.extensionsUsed.includes(name)) {
      report.add("avatar-extension-undeclared", "/extensionsUsed", name);
    }
    if (gltf.extensionsRequired.includes(name)) {
      report.add("avatar-extension-required", "/extensionsRequired", name);
    }
  }
}
