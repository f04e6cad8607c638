import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ATLAS_SIZE, createAtlas } from "./atlas.ts";
import { hex, toBytes } from "./colour.ts";
import { encodePng } from "./png.ts";

/** Undoes a line's filter (ISO/IEC 15948, section 9). */
function unfilter(data: Buffer, width: number, height: number): Uint8Array {
  const line = width * 3;
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (line + 1)];
    for (let i = 0; i < line; i++) {
      const left = i < 3 ? 0 : (out[y * line + i - 3] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * line + i] ?? 0);
      const corner = i < 3 || y === 0 ? 0 : (out[(y - 1) * line + i - 3] ?? 0);
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((x) => Math.abs(guess - x)) as [
        number,
        number,
        number,
      ];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const base = filter === 1 ? left : filter === 2 ? up : filter === 4 ? paeth : 0;
      out[y * line + i] = ((data[y * (line + 1) + 1 + i] ?? 0) + base) & 0xff;
    }
  }
  return out;
}

test("a PNG holds the pixels that were written", () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(size, fc.infiniteStream(fc.nat(255)), ([width, height], bytes) => {
      const pixels = Uint8Array.from(bytes.take(width * height * 3));
      const png = encodePng(width, height, pixels);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
      const length = png.readUInt32BE(33);
      const data = inflateSync(png.subarray(41, 41 + length));
      expect(unfilter(data, width, height)).toEqual(pixels);
    }),
  );
});

test("a colour comes back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const digits = number.toString(16).padStart(6, "0");
      expect(Buffer.from(toBytes(hex(digits))).toString("hex")).toBe(digits);
    }),
  );
});

test("an atlas shows each ramp's own colours where it says they lie", () => {
  const atlas = createAtlas();
  const digits = Array.from({ length: 60 }, (_, i) =>
    (i * 4_000 + 77).toString(16).padStart(6, "0"),
  );
  const ramps = digits.map((colour) =>
    atlas.ramp([
      [0, hex(colour)],
      [1, hex(colour)],
    ]),
  );
  const picture = atlas.picture(40, 30, () => ({ lit: hex("abcdef"), shade: hex("123456") }));
  const at = ([u, v]: readonly [number, number], pixels: Uint8Array) => {
    const index = (Math.floor(v * ATLAS_SIZE) * ATLAS_SIZE + Math.floor(u * ATLAS_SIZE)) * 3;
    return Buffer.from(pixels.subarray(index, index + 3)).toString("hex");
  };
  ramps.forEach((ramp, i) => {
    for (const t of [-1, 0, 0.5, 1, 2]) expect(at(ramp(t), atlas.lit)).toBe(digits[i]);
  });
  expect(at(picture(0.3, 0.9), atlas.lit)).toBe("abcdef");
  expect(at(picture(1, 0), atlas.shade)).toBe("123456");
});
