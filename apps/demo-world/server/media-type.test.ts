import { expect, test } from "vitest";
import { SVG_TYPE, sniffMediaType, typeByName, UNKNOWN_TYPE } from "./media-type.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["image/png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ["image/jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ["image/webp", bytes("RIFF\0\0\0\0WEBPVP8 ")],
  ["model/gltf-binary", bytes("glTF\u0002")],
  [SVG_TYPE, bytes('<?xml version="1.0"?>\n<!-- a shell --><svg xmlns="">')],
  ["application/json; charset=utf-8", bytes(' {"name":"貝"}')],
])("knows %s by its first bytes", (type, content) => {
  expect(sniffMediaType(content)).toBe(type);
});

test.each([
  "<html><script>alert(1)</script>",
  "<!doctype html><svg onload=alert(1)>",
  "\ufeff<script>",
  "alert(1)",
  "%PDF-1.7",
  "",
])("%j is a download, never a document", (text) => {
  expect(sniffMediaType(bytes(text))).toBe(UNKNOWN_TYPE);
});

test("a multi-byte character cut by the sample's end does not hide a JSON", () => {
  expect(sniffMediaType(bytes(`{"a":"${"x".repeat(1_017)}貝貝貝"}`))).toMatch(/json/);
});

test("the page's own files are typed by name", () => {
  expect(typeByName("assets/a.JS")).toMatch(/^text\/javascript/);
  expect(typeByName("no-extension")).toBe(UNKNOWN_TYPE);
});
