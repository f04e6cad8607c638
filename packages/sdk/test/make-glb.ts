/** Builds GLBs for tests. */

export interface GlbParts {
  json: unknown;
  /** The JSON chunk as text, where `json` would not do. */
  text?: string | Uint8Array;
  binary?: Uint8Array;
  version?: number;
  /** The length in the header, where it should lie. */
  length?: number;
  /** Whether chunks are padded to multiples of 4, as the standard says. */
  padding?: "space" | "nul" | "none";
}

const ascii = (text: string) => new TextEncoder().encode(text);

/** Writes a GLB (glTF 2.0, section 4.4). */
export function makeGlb(parts: GlbParts): Uint8Array {
  const raw = parts.text ?? JSON.stringify(parts.json);
  let json = typeof raw === "string" ? ascii(raw) : raw;
  const padding = parts.padding ?? "space";
  if (padding !== "none") {
    const padded = new Uint8Array(Math.ceil(json.length / 4) * 4).fill(
      padding === "nul" ? 0 : 0x20,
    );
    padded.set(json);
    json = padded;
  }
  const binary = parts.binary;
  const size = 20 + json.length + (binary === undefined ? 0 : 8 + binary.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii("glTF"));
  view.setUint32(4, parts.version ?? 2, true);
  view.setUint32(8, parts.length ?? size, true);
  view.setUint32(12, json.length, true);
  bytes.set(ascii("JSON"), 16);
  bytes.set(json, 20);
  if (binary !== undefined) {
    view.setUint32(20 + json.length, binary.length, true);
    bytes.set(ascii("BIN\0"), 24 + json.length);
    bytes.set(binary, 28 + json.length);
  }
  return bytes;
}
