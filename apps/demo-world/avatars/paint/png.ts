import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = 3;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The filters of a line that are worth trying: as it is, less the left, less the one above, Paeth. */
const FILTERS = [0, 1, 2, 4] as const;

function filtered(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Writes a PNG picture (ISO/IEC 15948), 8 bits per channel, without transparency. */
export function encodePng(width: number, height: number, rgb: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: height }, (_, y) => bestLine(rgb, width * CHANNELS, y));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The line under the filter that leaves the smallest differences. */
function bestLine(rgb: Uint8Array, line: number, y: number): Buffer {
  const byte = (i: number, row: number) => (i < 0 || row < 0 ? 0 : (rgb[row * line + i] ?? 0));
  let best = Buffer.alloc(0);
  let least = Infinity;
  for (const filter of FILTERS) {
    const out = Buffer.alloc(line + 1);
    out[0] = filter;
    let sum = 0;
    for (let i = 0; i < line; i++) {
      const back = i - CHANNELS;
      const guess = filtered(filter, byte(back, y), byte(i, y - 1), byte(back, y - 1));
      const rest = (byte(i, y) - guess) & 0xff;
      out[i + 1] = rest;
      sum += rest < 128 ? rest : 256 - rest;
    }
    if (sum < least) [best, least] = [out, sum];
  }
  return best;
}
