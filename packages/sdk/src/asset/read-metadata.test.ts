import fc from "fast-check";
import { expect, test } from "vitest";
import { MARKETPLACE_METADATA } from "../../test/marketplace-metadata.ts";
import { RyuguError } from "../errors/index.ts";
import { readMetadata } from "./read-metadata.ts";

const codesOf = (input: Parameters<typeof readMetadata>[0]) =>
  readMetadata(input).findings.map((finding) => finding.code);
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof RyuguError) return error.code;
    throw error;
  }
  return "none";
};

test.each(Object.entries(MARKETPLACE_METADATA))(
  "reads %s",
  (_what, { input, metadata, findings }) => {
    const reading = readMetadata(input);
    expect(reading.metadata).toMatchObject(metadata);
    expect(reading.findings.map((finding) => finding.code)).toEqual(findings);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  },
);

test.each([
  ["HTML", "<html></html>", "metadata-not-json"],
  ["nothing", "", "metadata-not-json"],
  ["a link", "ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/1", "metadata-not-json"],
  ["bytes that are no UTF-8", new Uint8Array([0xff, 0xfe, 0x7b]), "metadata-not-json"],
  ["broken base64", "data:application/json;base64,****", "metadata-not-json"],
  ["a list", "[]", "metadata-not-object"],
  ["null", null, "metadata-not-object"],
  ["a text as JSON", '"text"', "metadata-not-object"],
  ["more than 1 MB", `{"name":"${"x".repeat(1_000_000)}"}`, "metadata-too-large"],
])("%s cannot be read", (_what, input, code) => {
  expect(codeOf(() => readMetadata(input))).toBe(code);
});

test("a link is told from text that is no JSON", () => {
  expect(() => readMetadata("https://example.com/1.json")).toThrow(/link to metadata/);
});

test("the limit can be set", () => {
  const text = JSON.stringify({ name: "a" });
  expect(codeOf(() => readMetadata(text, { maxBytes: 5 }))).toBe("metadata-too-large");
});

test.each([
  ["javascript:alert(1)", "metadata-link-scheme"],
  ["JaVaScRiPt:alert(1)", "metadata-link-scheme"],
  [" javascript:alert(1)", "metadata-link-scheme"],
  ["java\nscript:alert(1)", "metadata-link-unsafe"],
  ["\u0001javascript:alert(1)", "metadata-link-unsafe"],
  ["vbscript:msgbox", "metadata-link-scheme"],
  ["file:///etc/passwd", "metadata-link-scheme"],
  ["blob:https://example.com/1", "metadata-link-scheme"],
  ["ftp://example.com/a.png", "metadata-link-scheme"],
  ["http://example.com/a.png", "metadata-link-scheme"],
  ["data:text/html,<script>", "metadata-link-media-type"],
  ["data:,x", "metadata-link-media-type"],
  ["data:image/png;base64", "metadata-link-scheme"],
  ["//example.com/a.png", "metadata-link-invalid"],
  ["images/1.png", "metadata-link-invalid"],
  ["https:/example.com", "metadata-link-invalid"],
  ["https://", "metadata-link-invalid"],
  ["https:\\\\example.com", "metadata-link-unsafe"],
  ["https://example.com/\u202egnp.exe", "metadata-link-unsafe"],
  ["https://user:secret@example.com/", "metadata-link-unsafe"],
  ["ipfs://not-a-content-id", "metadata-link-content-id"],
  ["ar://short", "metadata-link-invalid"],
  [`https://example.com/${"a".repeat(2_100)}`, "metadata-link-too-long"],
])("the link %j is left out", (image, code) => {
  const { metadata, findings } = readMetadata({ name: "x", image });
  expect(metadata.image).toBeUndefined();
  expect(findings).toMatchObject([{ code, severity: "error", path: "/image" }]);
});

test.each([
  "https://example.com/a.png?x=1#y",
  "ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/a%20b.png",
  `ar://${"A".repeat(43)}/1.png`,
  "data:image/png;base64,iVBORw0KGgo=",
  "data:model/gltf-binary;base64,Z2xURg==",
  "https://例え.jp/画像.png",
])("the link %s is kept as it is", (image) => {
  expect(readMetadata({ name: "x", image })).toEqual({
    metadata: { name: "x", image },
    findings: [],
  });
});

const model = {
  use: "hold",
  format: "glb",
  uri: "https://example.com/a.glb",
  mediaType: "model/gltf-binary",
  sha256: "00".repeat(32),
};
const account = (n: number) => `eip155:1:0x${String(n).repeat(40)}`;
const portable = (fields: object) => ({ name: "x", ryugu: { version: 1, ...fields } });

test.each([
  ["a version from the future", { version: 2 }, "metadata-portable-version", "/ryugu/version"],
  ["an unknown class", { class: "house" }, "metadata-portable-invalid", "/ryugu/class"],
  [
    "a model without integrity",
    { models: [{ ...model, sha256: undefined }] },
    "metadata-portable-invalid",
    "/ryugu/models/0",
  ],
  [
    "a model without a link",
    { models: [{ ...model, uri: undefined }] },
    "metadata-portable-invalid",
    "/ryugu/models/0/uri",
  ],
  [
    "a model that is a text",
    { models: ["a.glb"] },
    "metadata-portable-invalid",
    "/ryugu/models/0/use",
  ],
  [
    "a model with a script for a link",
    { models: [{ ...model, uri: "javascript:1" }] },
    "metadata-link-scheme",
    "/ryugu/models/0/uri",
  ],
  [
    "a GLB called an image",
    { models: [{ ...model, mediaType: "image/png" }] },
    "metadata-portable-invalid",
    "/ryugu/models/0",
  ],
  [
    "shares that sum to 9,999",
    { creators: [{ account: account(1), share: 9_999 }] },
    "metadata-portable-invalid",
    "/ryugu/creators",
  ],
  [
    "a creator twice",
    { creators: [1, 1].map((n) => ({ account: account(n), share: 5_000 })) },
    "metadata-portable-invalid",
    "/ryugu/creators",
  ],
  [
    "a share below zero",
    {
      creators: [
        { account: account(1), share: 10_001 },
        { account: account(2), share: -1 },
      ],
    },
    "metadata-portable-invalid",
    "/ryugu/creators/0/share",
  ],
  [
    "an account without a chain",
    { creators: [{ account: "0x1", share: 10_000 }] },
    "metadata-portable-invalid",
    "/ryugu/creators/0/account",
  ],
  ["an empty licence", { licence: {} }, "metadata-portable-invalid", "/ryugu/licence"],
])("%s is left out of the portable fields", (_what, fields, code, path) => {
  const { metadata, findings } = readMetadata(JSON.stringify(portable(fields)));
  expect(findings[0]).toMatchObject({ code, path, severity: "error" });
  const [field = ""] = Object.keys(fields);
  const kept = metadata.ryugu as { [field: string]: unknown } | undefined;
  if (field === "models") expect(kept?.models).toEqual([]);
  else if (field === "version") expect(kept).toBeUndefined();
  else expect(kept?.[field]).toBeUndefined();
});

test("nesting beyond the limit is cut, however deep it is", () => {
  const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
  const { metadata, findings } = readMetadata(`{"name":"x","properties":${deep}}`);
  expect(findings.map((finding) => finding.code)).toEqual(["metadata-too-deep"]);
  expect(JSON.stringify(metadata).length).toBeLessThan(200);
});

test("a name that is missing is an error, and the rest is still read", () => {
  expect(codesOf({ description: "only this" })).toEqual(["metadata-name-missing"]);
  expect(readMetadata({ description: "only this" }).metadata).toEqual({
    name: "",
    description: "only this",
  });
});

test("whatever JSON comes, reading ends in metadata or a typed error, and is stable", () => {
  const fields = ["name", "image", "image_url", "attributes", "properties", "ryugu", "decimals"];
  const metadata = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 4 }));
  fc.assert(
    fc.property(fc.oneof(metadata, fc.jsonValue()), (value) => {
      const text = JSON.stringify(value);
      if (codeOf(() => readMetadata(text)) !== "none") return;
      const once = readMetadata(text).metadata;
      expect(readMetadata(JSON.stringify(once)).metadata).toEqual(once);
    }),
    { numRuns: 1_000 },
  );
});
