import fc from "fast-check";
import { expect, test } from "vitest";
import { CID_V0, CID_V1, MARKETPLACE_METADATA } from "../../test/marketplace-metadata.ts";
import { InvalidMetadataError } from "./errors.ts";
import type { AssetMetadata } from "./metadata.ts";
import { readMetadata } from "./read-metadata.ts";
import { writeMetadata } from "./write-metadata.ts";

const text = (maxLength = 40) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .filter(
      (value) => value.trim() === value && readMetadata({ name: value }).findings.length === 0,
    );
const link = fc.oneof(
  fc.webUrl({ validSchemes: ["https"] }).filter((url) => !url.includes("/ipfs/")),
  fc.constantFrom(CID_V0, CID_V1).map((cid) => `ipfs://${cid}`),
  fc.constantFrom(CID_V0, CID_V1).map((cid) => `ipfs://${cid}/a/b.png`),
  fc.constant(`ar://${"x".repeat(43)}`),
  fc.base64String().map((data) => `data:image/png;base64,${data}`),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n));
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, ""),
    number,
    text(),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(text(8), tie("json"), { maxKeys: 3 }),
  ),
})).json;

const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 4 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((points) => points.slice(1).map((point, i) => point - (points[i] ?? 0)));
const creators = shares.map((all) =>
  all.map((share, i) => ({ account: `eip155:1:0x${`${i + 1}`.repeat(40)}`, share })),
);
const model = fc.record(
  {
    use: fc.constantFrom("view", "wear", "hold"),
    format: fc.constantFrom("glb", "vrm"),
    uri: link.filter((uri) => !uri.startsWith("ipfs:")),
    mediaType: fc.constant("model/gltf-binary"),
    sha256: fc.constant("0f".repeat(32)),
    size: fc.integer({ min: 1, max: 2 ** 40 }),
  },
  { requiredKeys: ["use", "format", "uri", "mediaType", "sha256"] },
);
const metadata = fc.record(
  {
    name: text(),
    description: text(200),
    image: link,
    animation_url: link,
    external_url: link,
    background_color: fc.stringMatching(/^[0-9a-f]{6}$/),
    attributes: fc.array(
      fc.record(
        { trait_type: text(), value: fc.oneof(text(), number, fc.boolean()), max_value: number },
        { requiredKeys: ["value"] },
      ),
      { maxLength: 4 },
    ),
    properties: fc.dictionary(text(8), value, { maxKeys: 4 }),
    decimals: fc.integer({ min: 0, max: 255 }),
    ryugu: fc.record(
      {
        version: fc.constant(1),
        class: fc.constantFrom("nft", "payment", "crypto", "prepaid", "security"),
        models: fc.array(model, { maxLength: 2 }),
        creators,
        licence: fc.constant({ spdx: "CC0-1.0" }),
      },
      { requiredKeys: ["version"] },
    ),
  },
  { requiredKeys: ["name"] },
) as fc.Arbitrary<AssetMetadata>;

test("what is written is read back the same, with nothing to mend", () => {
  fc.assert(
    fc.property(metadata, (written) => {
      expect(readMetadata(writeMetadata(written))).toEqual({ metadata: written, findings: [] });
    }),
    { numRuns: 300 },
  );
});

test("the same metadata gives the same bytes, in whatever order its members are", () => {
  const one = { name: "a", image: `ipfs://${CID_V1}`, properties: { y: 1, x: [{ d: 1, c: 2 }] } };
  const other = { properties: { x: [{ c: 2, d: 1 }], y: 1 }, image: one.image, name: "a" };
  expect(writeMetadata(one)).toBe(writeMetadata(other));
  expect(writeMetadata(one)).toBe(
    `{"image":"ipfs://${CID_V1}","name":"a","properties":{"x":[{"c":2,"d":1}],"y":1}}`,
  );
});

test("what was read of any marketplace can be written", () => {
  for (const { input } of Object.values(MARKETPLACE_METADATA)) {
    const { metadata: read } = readMetadata(input);
    expect(readMetadata(writeMetadata(read)).metadata).toEqual(read);
  }
});

const circular: { self?: unknown } = {};
circular.self = circular;
const image = `ipfs://${CID_V1}`;
test.each([
  ["no name", { image }],
  ["an empty name", { name: "" }],
  ["a field that is not in the schema", { name: "a", colour: "red" }],
  ["a script for a link", { name: "a", image: "javascript:alert(1)" }],
  ["a gateway for a link", { name: "a", image: `https://gateway.example/ipfs/${CID_V1}` }],
  ["a doubled prefix", { name: "a", image: `ipfs://ipfs/${CID_V1}` }],
  ["HTML in a data link", { name: "a", image: "data:text/html,x" }],
  ["a name with a direction override", { name: "a\u202eb" }],
  ["a lone surrogate", { name: "a\ud800" }],
  ["a number that JSON lacks", { name: "a", properties: { x: Number.NaN } }],
  ["a bigint", { name: "a", properties: { x: 1n } }],
  ["a circle", { name: "a", properties: circular }],
  [
    "properties nested too deep",
    { name: "a", properties: JSON.parse(`${'{"a":'.repeat(20)}1${"}".repeat(20)}`) },
  ],
  ["a polluting property", { name: "a", properties: JSON.parse('{"__proto__":1}') }],
  [
    "a split of 99 %",
    {
      name: "a",
      ryugu: { version: 1, creators: [{ account: `eip155:1:0x${"1".repeat(40)}`, share: 9_900 }] },
    },
  ],
])("%s is refused", (_what, wrong) => {
  expect(() => writeMetadata(wrong as AssetMetadata)).toThrow(InvalidMetadataError);
});

test("a refusal names each thing that is wrong", () => {
  const wrong = { name: "", image: "ftp://x", ryugu: { version: 1, licence: {} } };
  expect(() => writeMetadata(wrong as AssetMetadata)).toThrow(
    expect.objectContaining({
      details: [
        expect.stringMatching(/^\/name: /),
        expect.stringMatching(/^\/image: /),
        expect.stringMatching(/^\/ryugu\/licence: /),
      ],
    }),
  );
});
