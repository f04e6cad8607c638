import fc from "fast-check";
import { expect, test } from "vitest";
import { makeGlb } from "../../test/make-glb.ts";
import { RyuguError } from "../errors/index.ts";
import { parseGlb } from "./glb.ts";

const json = { asset: { version: "2.0" } };
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof RyuguError) return error.code;
    throw error;
  }
  return "none";
};

test("reads the JSON chunk and finds the binary chunk", () => {
  const glb = parseGlb(makeGlb({ json, binary: new Uint8Array(8) }));
  expect(glb.json).toEqual(json);
  expect(glb.binaryChunk).toEqual({ offset: 20 + glb.jsonLength + 8, length: 8 });
});

test.each(["none", "nul", "space"] as const)("tolerates chunk padding %s", (padding) => {
  const glb = parseGlb(makeGlb({ json: { a: "xy" }, binary: new Uint8Array(4), padding }));
  expect(glb.json).toEqual({ a: "xy" });
  expect(glb.binaryChunk?.length).toBe(4);
});

test("finds a binary chunk that begins at the next multiple of 4 after an unpadded length", () => {
  const bytes = makeGlb({ json: { a: "xy" }, binary: new Uint8Array(4) });
  new DataView(bytes.buffer).setUint32(12, 10, true); // {"a":"xy"} has 10 bytes, padded to 12
  expect(parseGlb(bytes)).toMatchObject({ json: { a: "xy" }, binaryChunk: { offset: 40 } });
});

test("a byte-order mark before the JSON is tolerated", () => {
  expect(parseGlb(makeGlb({ json, text: `\ufeff${JSON.stringify(json)}` })).json).toEqual(json);
});

const whole = makeGlb({ json, binary: new Uint8Array(8) });
test.each([
  ["nothing", new Uint8Array(0), "not-a-glb"],
  ["a text", new TextEncoder().encode("not a model"), "not-a-glb"],
  ["a ZIP", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0]), "not-a-glb"],
  [
    "a Git LFS pointer",
    new TextEncoder().encode(
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    ),
    "git-lfs-pointer",
  ],
  ["the magic alone", whole.slice(0, 4), "glb-truncated"],
  ["a header alone", whole.slice(0, 12), "glb-truncated"],
  ["half a file", whole.slice(0, 30), "glb-truncated"],
  ["a file that lacks its last byte", whole.slice(0, -1), "glb-truncated"],
  ["version 1", makeGlb({ json, version: 1 }), "glb-version-unsupported"],
  ["a JSON chunk that is no JSON", makeGlb({ json, text: '{"asset":' }), "glb-json-invalid"],
  ["a JSON list", makeGlb({ json: [] }), "glb-json-invalid"],
  ["a JSON null", makeGlb({ json: null }), "glb-json-invalid"],
  [
    "a JSON chunk that is not UTF-8",
    makeGlb({ json, text: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }),
    "glb-json-invalid",
  ],
  [
    "JSON of a depth without end",
    makeGlb({ json, text: `{"a":${"[".repeat(200_000)}` }),
    "glb-json-invalid",
  ],
  ["a stated length over the limit", makeGlb({ json, length: 0xffffffff }), "avatar-too-large"],
])("%s is refused as itself", (_what, bytes, code) => {
  expect(codeOf(() => parseGlb(bytes))).toBe(code);
});

test("a JSON chunk longer than the file is truncated, and one over the limit too large", () => {
  const bytes = makeGlb({ json, binary: new Uint8Array(64) });
  expect(codeOf(() => parseGlb(bytes, { maxJsonBytes: 10 }))).toBe("avatar-too-large");
  expect(codeOf(() => parseGlb(bytes, { maxBytes: 50 }))).toBe("avatar-too-large");
  new DataView(bytes.buffer).setUint32(12, 1_000, true);
  expect(codeOf(() => parseGlb(bytes))).toBe("glb-truncated");
});

test("a binary chunk longer than the file is truncated", () => {
  const bytes = makeGlb({ json, binary: new Uint8Array(8) });
  const start = parseGlb(bytes).binaryChunk?.offset ?? 0;
  new DataView(bytes.buffer).setUint32(start - 8, 9, true);
  expect(codeOf(() => parseGlb(bytes))).toBe("glb-truncated");
});

test("whatever the bytes, reading ends in a GLB or in a typed error", () => {
  const mutated = fc
    .tuple(fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))), fc.nat(80))
    .map(([changes, cut]) => {
      const bytes = whole.slice(0, whole.length - (cut > 60 ? cut - 60 : 0));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      codeOf(() => parseGlb(bytes));
    }),
    { numRuns: 2_000 },
  );
});
