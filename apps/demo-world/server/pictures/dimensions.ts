/** How large a picture is, in pixels. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** What is asked of the bytes: nothing beyond their end is ever read. */
type Read = (bytes: Uint8Array, view: DataView) => Dimensions | undefined;

const READERS: Readonly<Record<string, Read>> = {
  "image/png": readPng,
  "image/jpeg": readJpeg,
  "image/webp": readWebp,
};

/**
 * How large a picture is, by its header alone; undefined where the type has no reader, the header is damaged, or the file was cut
 * off. Nothing is decoded.
 *
 * @param type - by its first bytes: see `sniffMediaType`
 */
export function readDimensions(type: string, bytes: Uint8Array): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[type]?.(bytes, view);
  } catch (error) {
    // The view's own word for an offset beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** PNG (ISO 15948): IHDR comes first, IEND last. */
function readPng(bytes: Uint8Array, view: DataView): Dimensions | undefined {
  const isWhole = textAt(bytes, 12, 4) === "IHDR" && endsWithin(bytes, PNG_END);
  return isWhole ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}

/** IEND and its checksum, which is always the same. */
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG_END = [0xff, 0xd9];
/** Camera makers put more behind the end than formats foresee. */
const TRAILER = 262_144;

function endsWithin(bytes: Uint8Array, end: readonly number[]): boolean {
  for (let at = bytes.length - end.length; at >= Math.max(0, bytes.length - TRAILER); at--) {
    if (end.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

const START_OF_SCAN = 0xda;
/** A picture has some dozens of segments before its frame, each at least two bytes long. */
const MOST_SEGMENTS = 4_096;

/** JPEG (ISO 10918-1): a chain of segments, of which a frame's header tells the size. */
function readJpeg(bytes: Uint8Array, view: DataView): Dimensions | undefined {
  if (!endsWithin(bytes, JPEG_END)) return undefined;
  let at = 2;
  for (let i = 0; i < MOST_SEGMENTS; i++) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else if (marker === START_OF_SCAN) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** TEM and the restarts have no length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** SOF0 to SOF15; three of the numbers mean tables instead. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** WebP (RFC 9649): a RIFF whose first chunk is a lossy or lossless frame, or tells of the canvas. */
function readWebp(bytes: Uint8Array, view: DataView): Dimensions | undefined {
  if (view.getUint32(4, true) + 8 > bytes.length) return undefined;
  switch (textAt(bytes, 12, 4)) {
    case "VP8 ": {
      const isKeyFrame = view.getUint8(23) === 0x9d && view.getUint16(24) === 0x01_2a;
      if (!isKeyFrame) return undefined;
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    }
    case "VP8L": {
      if (view.getUint8(20) !== 0x2f) return undefined;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return {
        width: (view.getUint32(24, true) & 0xff_ffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
}

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));
