import { deflateSync } from "node:zlib";

/** Headers of pictures, whole files as far as their size is concerned; the PNG can be drawn too, and is black. */
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, i) => (value >>> (8 * (bytes - 1 - i))) & 0xff);
const little = (value: number, bytes: number) => big(value, bytes).reverse();

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
const chunk = (name: string, data: readonly number[]) => {
  const body = [...ascii(name), ...data];
  return [...big(data.length, 4), ...body, ...big(crc(body), 4)];
};

/** A PNG of one colour. Large ones are small files: their pixels are left out. */
export function madePng(width: number, height: number, shade = 0): Uint8Array<ArrayBuffer> {
  const isSmall = width * height <= 65_536;
  const row = [0, ...Array<number>(isSmall ? width : 0).fill(shade)];
  const rows = Array.from({ length: isSmall ? height : 1 }, () => row).flat();
  return new Uint8Array([
    ...[0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a],
    ...chunk("IHDR", [...big(width, 4), ...big(height, 4), 8, 0, 0, 0, 0]),
    ...chunk("IDAT", [...deflateSync(Uint8Array.from(rows))]),
    ...chunk("IEND", []),
  ]);
}

/** A JPEG's headers: a comment that looks like a frame, then the frame. */
export function madeJpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
  const comment = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1];
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...[0xff, 0xfe, ...big(comment.length + 2, 2), ...comment],
    ...[0xff, 0xff, 0xc2, ...big(11, 2), 8, ...big(height, 2), ...big(width, 2), 1, 1, 0x11, 0],
    ...[0xff, 0xd9],
  ]);
}

const riff = (chunks: readonly number[]) =>
  new Uint8Array([...ascii("RIFF"), ...little(chunks.length + 4, 4), ...ascii("WEBP"), ...chunks]);

/** A WebP's headers, in each of its three forms. */
export const madeWebp = {
  lossy: (width: number, height: number) =>
    riff([
      ...[...ascii("VP8 "), ...little(10, 4), 0, 0, 0, 0x9d, 0x01, 0x2a],
      ...[...little(width, 2), ...little(height, 2)],
    ]),
  lossless: (width: number, height: number) =>
    riff([
      ...[...ascii("VP8L"), ...little(5, 4), 0x2f],
      ...little((((height - 1) << 14) | (width - 1)) >>> 0, 4),
    ]),
  extended: (width: number, height: number) =>
    riff([
      ...[...ascii("VP8X"), ...little(10, 4), 0, 0, 0, 0],
      ...[...little(width - 1, 3), ...little(height - 1, 3)],
    ]),
};
