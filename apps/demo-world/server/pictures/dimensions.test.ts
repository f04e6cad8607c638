import fc from "fast-check";
import { expect, test } from "vitest";
import { madeJpeg, madePng, madeWebp } from "../../test/support/made-picture.ts";
import { sniffMediaType } from "../media-type.ts";
import { readDimensions } from "./dimensions.ts";

const side = fc.integer({ min: 1, max: 16_383 });
const read = (bytes: Uint8Array) => readDimensions(sniffMediaType(bytes), bytes);

test.each([
  ["PNG", madePng],
  ["JPEG", madeJpeg],
  ["lossy WebP", madeWebp.lossy],
  ["lossless WebP", madeWebp.lossless],
  ["extended WebP", madeWebp.extended],
] as const)("the sides of a %s are read from its header", (_, make) => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(read(make(width, height))).toEqual({ width, height });
    }),
  );
});

test.each([
  ["PNG", madePng],
  ["JPEG", madeJpeg],
  ["lossy WebP", madeWebp.lossy],
  ["lossless WebP", madeWebp.lossless],
  ["extended WebP", madeWebp.extended],
] as const)("a %s that was cut off has none", (_, make) => {
  const whole = make(640, 480);
  for (let length = 0; length < whole.length; length++) {
    expect(read(whole.subarray(0, length))).toBeUndefined();
  }
});

test("no bytes make it fail, and it reads nothing beyond their end", () => {
  const starts = [madePng(1, 1), madeJpeg(1, 1), madeWebp.lossy(1, 1), madeWebp.extended(1, 1)];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 64 }), (start, noise) => {
      const bytes = new Uint8Array([...start.subarray(0, 16), ...noise]);
      const found = read(bytes);
      expect(found === undefined || Number.isInteger(found.width * found.height)).toBe(true);
    }),
  );
});

test("a JPEG of nothing but segments ends", () => {
  const segments = Uint8Array.from([0xff, 0xd8, ...Array(100_000).fill([0xff, 0xfe, 0, 2]).flat()]);
  const bytes = new Uint8Array([...segments, 0xff, 0xd9]);
  expect(read(bytes)).toBeUndefined();
});

test("other files have none", () => {
  expect(read(new TextEncoder().encode("GIF89a, and more"))).toBeUndefined();
  expect(
    read(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")),
  ).toBeUndefined();
});
