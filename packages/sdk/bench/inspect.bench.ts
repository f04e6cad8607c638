/**
 * How long it takes to inspect an avatar: each file of `<folder>` (by default the shared test
 * avatars) and one made up to 5 MB. `--json` prints one JSON object; exits 1 over the ceiling.
 *
 *   node --conditions=ryugu-source packages/sdk/bench/inspect.bench.ts [--json] [folder]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectAvatar } from "../src/avatar/index.ts";
import { avatarJson0, type Loose } from "../test/make-avatar.ts";
import { makeGlb } from "../test/make-glb.ts";
import { sharedData } from "../test/shared-data.ts";

const CEILING_MS = 3;
const CEILING_BYTES = 5_000_000;
const ROUNDS = 101;
/** Rounds before the measured ones; the very first is reported apart. */
const WARM_UP = 50;

/** A 5 MB avatar with the JSON of a heavy one: 300 more joints, 500 morph targets, 60 springs. */
function heavyAvatar(): Uint8Array {
  const json: Loose = avatarJson0();
  const first = json.nodes.length;
  for (let i = 0; i < 300; i++) json.nodes.push({ name: `hair_${i}`, translation: [0, i, 0] });
  json.nodes[5].children = Array.from({ length: 300 }, (_, i) => first + i);
  for (let i = 0; i < 1_500; i++) json.accessors.push({ ...json.accessors[0], min: [0, 0, 0] });
  json.meshes[0].primitives[0].targets = Array.from({ length: 500 }, (_, i) => ({
    POSITION: 2 + 3 * i,
    NORMAL: 3 + 3 * i,
    TANGENT: 4 + 3 * i,
  }));
  const vrm = json.extensions.VRM;
  vrm.blendShapeMaster.blendShapeGroups = Array.from({ length: 100 }, (_, i) => ({
    name: `shape_${i}`,
    presetName: "unknown",
    binds: [{ mesh: 0, index: i, weight: 100 }],
  }));
  vrm.secondaryAnimation.boneGroups = Array.from({ length: 60 }, (_, i) => ({
    bones: Array.from({ length: 5 }, (_, j) => first + 5 * i + j),
    colliderGroups: [0],
  }));
  return makeGlb({ json, binary: new Uint8Array(4_800_000) });
}

function measure(name: string, bytes: Uint8Array) {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    const start = performance.now();
    inspectAvatar(bytes);
    times.push(performance.now() - start);
  }
  const first = times[0] ?? 0;
  times.splice(0, WARM_UP);
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(share * (ROUNDS - 1))] ?? 0);
  return { name, bytes: bytes.length, medianMs: at(0.5), p95Ms: at(0.95), firstMs: round(first) };
}

const round = (ms: number) => Math.round(ms * 1_000) / 1_000;

const json = process.argv.includes("--json");
const folder = process.argv.slice(2).find((arg) => !arg.startsWith("--")) ?? sharedData("avatars");
const files = folder === undefined ? [] : readdirSync(folder).filter((f) => f.endsWith(".vrm"));
const results = [
  measure("(made for this bench)", heavyAvatar()),
  ...files.map((file) => measure(file, new Uint8Array(readFileSync(join(folder ?? "", file))))),
];
const over = results.filter((r) => r.bytes <= CEILING_BYTES && r.medianMs > CEILING_MS);

if (json)
  console.log(
    JSON.stringify({ bench: "inspect", ceilingMs: CEILING_MS, passed: over.length === 0, results }),
  );
else {
  console.table(results);
  console.log(
    `Ceiling: ${CEILING_MS} ms in the median up to 5 MB: ${over.length === 0 ? "kept" : "MISSED"}`,
  );
}
process.exitCode = over.length === 0 ? 0 : 1;
