import { ZenginFileError } from "../errors.ts";

/** Where JIS X 0201 has half-width katakana, and where Unicode has them. Shift_JIS writes them the same. */
const KANA = { first: 0xa1, last: 0xdf, unicode: 0xff61 } as const;

const PIECE = 4_096;

/** Writes a text of ASCII and half-width katakana in Shift_JIS: a byte for each character. */
export function encodeZengin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return code;
    const byte = code - KANA.unicode + KANA.first;
    if (byte >= KANA.first && byte <= KANA.last) return byte;
    throw new ZenginFileError("A character has no single byte in Shift_JIS.", {
      details: [`Code point: ${code.toString(16)}`],
    });
  });
}

/**
 * Reads bytes as {@link encodeZengin} writes them.
 *
 * @throws ZenginFileError at the first byte that is neither printable ASCII, a line break nor a half-width katakana
 */
export function decodeZengin(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call cannot have as many arguments as a file has bytes.
  for (let at = 0; at < bytes.length; at += PIECE) {
    const codes = Array.from(bytes.subarray(at, at + PIECE), (byte, i) => codeOf(byte, at + i));
    text += String.fromCharCode(...codes);
  }
  return text;
}

function codeOf(byte: number, at: number): number {
  if ((byte >= 0x20 && byte <= 0x7e) || byte === 0x0d || byte === 0x0a) return byte;
  if (byte >= KANA.first && byte <= KANA.last) return byte - KANA.first + KANA.unicode;
  throw new ZenginFileError("A byte is no character of the Zengin format.", {
    details: [`At byte: ${at}`, `Byte: 0x${byte.toString(16).padStart(2, "0")}`],
  });
}
