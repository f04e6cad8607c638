import { expect, test } from "vitest";
import { pictureType } from "./media.ts";

const latin = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["\u0089PNG\r\n\u001a\n", "image/png"],
  ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
  ["GIF89a", "image/gif"],
  ["RIFF\u0000\u0000\u0000\u0000WEBPVP8 ", "image/webp"],
  ["\u0000\u0000\u0000\u001cftypavif", "image/avif"],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"],
  ["<?xml version='1.0'?>\n<!-- made -->\n<svg>", "image/svg+xml"],
])("a picture is known by its content: %j", (head, mediaType) => {
  expect(pictureType(latin(head), "x.bin")).toBe(mediaType);
});

test.each(["", "<html><svg>", "<svgx>", "glTF"])("%j is no picture, whatever its name", (head) => {
  expect(() => pictureType(latin(head), "x.png")).toThrow("no picture");
});
