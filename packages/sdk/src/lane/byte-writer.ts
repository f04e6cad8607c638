import { bytesToHex, type Hex, hexToBytes, type IntegerBits, uint } from "../primitives/index.ts";

/** Builds a packed, big-endian byte string field by field. */
export class ByteWriter {
  readonly #parts: string[] = [];

  /** Appends an unsigned integer. Throws IntegerOutOfRangeError. */
  uint(bits: IntegerBits, value: bigint | number, name: string): this {
    const digits = uint(value, bits, name)
      .toString(16)
      .padStart(bits / 4, "0");
    this.#parts.push(digits);
    return this;
  }

  /** Appends hex as it is: an address, a hash. */
  hex(value: Hex): this {
    this.#parts.push(value.slice(2).toLowerCase());
    return this;
  }

  /** Appends bytes preceded by their length. */
  prefixed(bits: 8 | 16, value: Uint8Array, name: string): this {
    this.uint(bits, value.length, `The length of ${name}`);
    return this.hex(bytesToHex(value));
  }

  /** Everything appended so far. */
  bytes(): Uint8Array {
    return hexToBytes(`0x${this.#parts.join("")}`);
  }
}
