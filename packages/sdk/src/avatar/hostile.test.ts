import fc from "fast-check";
import { expect, test } from "vitest";
import { avatarGlb, avatarJson, avatarJson0, type Loose } from "../../test/make-avatar.ts";
import { makeGlb } from "../../test/make-glb.ts";
import { AvatarRefusedError } from "./errors.ts";
import { readAvatar } from "./read.ts";

/** Whether reading ended as it must: in an inspection or in a typed refusal. */
function endsWell(bytes: Uint8Array): "read" | "refused" {
  try {
    readAvatar(bytes);
    return "read";
  } catch (error) {
    if (error instanceof AvatarRefusedError) return "refused";
    throw error;
  }
}

/** The JSON pointers of everything in a document. */
function paths(value: Loose, base: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== "object" || value === null) return [base];
  return [base, ...Object.keys(value).flatMap((key) => paths(value[key], [...base, key]))];
}

function replaceAt(json: Loose, path: PropertyKey[], value: unknown): Loose {
  const copy = structuredClone(json);
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key];
  const last = path.at(-1);
  if (last === undefined) return value;
  at[last] = value;
  return copy;
}

test.each([
  ["1.0", avatarJson()],
  ["0.x", avatarJson0()],
])("any part of a %s file replaced by anything ends well", (_version, json) => {
  const anything = fc.oneof(
    fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text)),
    fc.constantFrom(-1, 1.5, 2 ** 31, 2 ** 53, 1e308, null, "", [], {}, [[]], "__proto__"),
  );
  const place = fc.constantFrom(...paths(json));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, anything), { minLength: 1, maxLength: 3 }), (changes) => {
      let changed = json;
      for (const [path, value] of changes) {
        try {
          changed = replaceAt(changed, path, value);
        } catch {
          // an earlier change removed the place
        }
      }
      if (changed !== undefined) endsWell(avatarGlb(changed));
    }),
    { numRuns: 1_500 },
  );
});

test("__proto__ members are ignored and pollute nothing", () => {
  const text = JSON.stringify(avatarJson())
    .replace('"humanBones":{', '"humanBones":{"__proto__":{"node":0},"constructor":{"node":1},')
    .replace('"custom":{', '"custom":{"__proto__":{"polluted":true},')
    .replace('"meta":{', '"meta":{"__proto__":{"polluted":true},');
  const inspection = readAvatar(makeGlb({ json: {}, text, binary: new Uint8Array(60) }));
  expect(({} as Loose).polluted).toBeUndefined();
  expect(inspection.bones).toHaveLength(17);
  expect(inspection.findings.map((finding) => finding.code)).toEqual([
    "avatar-bone-unknown",
    "avatar-bone-unknown",
  ]);
});

test("numbers beyond all bounds are refused", () => {
  const text = JSON.stringify(avatarJson()).replace('"count":4', '"count":1e999');
  expect(endsWell(makeGlb({ json: {}, text }))).toBe("refused");
});

const LARGE: [string, (json: Loose) => void][] = [
  [
    "60,000 nodes in one chain",
    (j) => {
      j.nodes = Array.from({ length: 60_000 }, (_, i) => ({ children: [i + 1] }));
    },
  ],
  [
    "60,000 nodes that all claim the same children",
    (j) => {
      j.nodes = Array.from({ length: 60_000 }, () => ({ children: [0, 1, 2, 3] }));
    },
  ],
  [
    "a million nodes",
    (j) => {
      j.nodes = Array.from({ length: 1_000_000 }, () => 0);
    },
  ],
  [
    "a million wrong children",
    (j) => {
      j.nodes[0].children = Array(1_000_000).fill("x");
    },
  ],
  [
    "a million wrong primitives",
    (j) => {
      j.meshes[0].primitives = Array(1_000_000).fill(0);
    },
  ],
  [
    "a mesh drawn by every one of 60,000 nodes",
    (j) => {
      j.accessors[1].count = 2 ** 52;
      j.nodes.push(...Array.from({ length: 60_000 }, () => ({ mesh: 0 })));
    },
  ],
  [
    "100,000 bones",
    (j) => {
      const bones = j.extensions.VRMC_vrm.humanoid.humanBones;
      for (let i = 0; i < 100_000; i++) bones[`b${i}`] = { node: i };
    },
  ],
  [
    "deep extras",
    (j) => {
      let deep: Loose = 0;
      for (let i = 0; i < 2_000; i++) deep = [deep];
      j.extras = deep;
      j.nodes[0].extras = deep;
    },
  ],
];

// Work that grew with the square of the counts would take hours: the test's own timeout finds it.
test.each(LARGE)("%s end well", (_what, spoil) => {
  const json = avatarJson();
  spoil(json);
  endsWell(avatarGlb(json));
});
