import { InvalidHexError } from "./errors.ts";

/** Bytes written as `0x` and lower-case hex digits. */
export type Hex = `0x${string}`;

/** A 32-byte {@link Hex}, checked by {@link bytes32}. */
export type Bytes32 = Hex & { readonly __brand: "Bytes32" };

const HEX = /^0x(?:[0-9a-fA-F]{2})*$/;

/** Whether a value is a `0x` string of whole bytes. */
export function isHex(value: unknown): value is Hex {
  return typeof value === "string" && HEX.test(value);
}

/**
 * Checks a `0x` string and returns it in lower case.
 *
 * @param size - the number of bytes it must have, if any
 * @throws InvalidHexError
 */
export function hex(value: unknown, size?: number): Hex {
  if (!isHex(value)) {
    throw new InvalidHexError("Expected a 0x-prefixed string of whole bytes.", {
      details: [`Received: ${preview(value)}`],
    });
  }
  const length = (value.length - 2) / 2;
  if (size !== undefined && length !== size) {
    throw new InvalidHexError(`Expected ${size} bytes of hex, received ${length}.`, {
      details: [`Received: ${preview(value)}`],
    });
  }
  return value.toLowerCase() as Hex;
}

/**
 * Checks a 32-byte value: a hash, head, lane id or zone id.
 *
 * @throws InvalidHexError
 */
export function bytes32(value: unknown): Bytes32 {
  return hex(value, 32) as Bytes32;
}

const TO_HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Writes bytes as a `0x` string. */
export function bytesToHex(bytes: Uint8Array): Hex {
  let out = "0x";
  for (const byte of bytes) out += TO_HEX[byte];
  return out as Hex;
}

/**
 * Reads a `0x` string into bytes.
 *
 * @throws InvalidHexError
 */
export function hexToBytes(value: unknown): Uint8Array {
  const digits = hex(value);
  const out = new Uint8Array((digits.length - 2) / 2);
  for (let i = 0; i < out.length; i++) {
    out[i] = Number.parseInt(digits.slice(2 + 2 * i, 4 + 2 * i), 16);
  }
  return out;
}

/** A short, safe rendering of a stranger's value for an error's details. */
export function preview(value: unknown, limit = 80): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > limit ? `${text.slice(0, limit)}… (${text.length} characters)` : text;
}
