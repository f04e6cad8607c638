/** glTF 2.0, section 5.1: what an accessor's numbers are. */
export const UNSIGNED_BYTE = 5121;
export const UNSIGNED_SHORT = 5123;
export const FLOAT = 5126;

const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;

/** The binary chunk of a GLB as it grows, with the views and accessors that describe it. */
export interface Binary {
  /** Adds bytes; gives the buffer view's index. */
  view: (bytes: Uint8Array, use?: "corners" | "indices", stride?: number) => number;
  /** Adds an accessor; gives its index. */
  accessor: (fields: object) => number;
  bufferViews: object[];
  accessors: object[];
  /** Everything so far, padded to four bytes. */
  bytes: () => Buffer;
}

export function createBinary(): Binary {
  const parts: Buffer[] = [];
  const bufferViews: object[] = [];
  const accessors: object[] = [];
  let length = 0;
  return {
    view(bytes, use, stride) {
      const padding = (4 - (bytes.byteLength % 4)) % 4;
      bufferViews.push({
        buffer: 0,
        byteOffset: length,
        byteLength: bytes.byteLength,
        ...(stride === undefined ? {} : { byteStride: stride }),
        ...(use === undefined
          ? {}
          : { target: use === "corners" ? ARRAY_BUFFER : ELEMENT_ARRAY_BUFFER }),
      });
      parts.push(Buffer.from(bytes), Buffer.alloc(padding));
      length += bytes.byteLength + padding;
      return bufferViews.length - 1;
    },
    accessor: (fields) => accessors.push(fields) - 1,
    bufferViews,
    accessors,
    bytes: () => Buffer.concat(parts),
  };
}

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;

/** Puts JSON and binary into one GLB file (glTF 2.0, section 4). */
export function packGlb(json: object, binary: Buffer): Buffer {
  const text = Buffer.from(JSON.stringify(json));
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)]);
  const header = Buffer.alloc(12);
  header.writeUInt32LE(MAGIC, 0);
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + 8 + padded.length + 8 + binary.length, 8);
  return Buffer.concat([
    header,
    chunkHead(padded, JSON_CHUNK),
    padded,
    chunkHead(binary, BIN_CHUNK),
    binary,
  ]);
}

function chunkHead(data: Buffer, type: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(data.length, 0);
  head.writeUInt32LE(type, 4);
  return head;
}
