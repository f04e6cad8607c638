import { IntegerOutOfRangeError } from "./errors.ts";

/** The widths that the protocol's integers have, in bits. */
export type IntegerBits = 8 | 16 | 40 | 64 | 128 | 256;

/**
 * Checks that a number fits an unsigned integer of the given width.
 *
 * @param name - what the number is, for the error
 * @throws IntegerOutOfRangeError
 */
export function uint(value: bigint | number, bits: IntegerBits, name: string): bigint {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new IntegerOutOfRangeError(`${name} must be a whole number.`, {
      details: [`Received: ${value}`],
    });
  }
  const wide = BigInt(value);
  if (wide < 0n || wide >= 1n << BigInt(bits)) {
    throw new IntegerOutOfRangeError(`${name} does not fit ${bits} unsigned bits.`, {
      details: [`Received: ${wide}`],
    });
  }
  return wide;
}
