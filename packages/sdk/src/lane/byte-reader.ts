import {
  type Address,
  address,
  type Bytes32,
  bytesToHex,
  type ChainId,
  chainId,
  type IntegerBits,
} from "../primitives/index.ts";
import { MessageInvalidError, MessageTrailingBytesError, MessageTruncatedError } from "./errors.ts";

/** Reads a packed, big-endian byte string field by field, never past its end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Takes the next bytes. Throws MessageTruncatedError. */
  take(length: number, name: string): Uint8Array {
    const end = this.#offset + length;
    if (end > this.#bytes.length) {
      throw new MessageTruncatedError(`The message ends inside ${name}.`, {
        details: [`Needed ${end} bytes, received ${this.#bytes.length}.`],
      });
    }
    const out = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return out;
  }

  /** Takes an unsigned integer. */
  uint(bits: IntegerBits, name: string): bigint {
    return BigInt(bytesToHex(this.take(bits / 8, name)));
  }

  /** Takes an unsigned integer of at most 40 bits. */
  number(bits: 8 | 16 | 40, name: string): number {
    return Number(this.uint(bits, name));
  }

  address(name: string): Address {
    return address(bytesToHex(this.take(20, name)));
  }

  bytes32(name: string): Bytes32 {
    return bytesToHex(this.take(32, name)) as Bytes32;
  }

  /** Takes a chain's EIP-155 number. Throws MessageInvalidError for zero. */
  chainId(name: string): ChainId {
    const number = this.uint(64, name);
    if (number === 0n) throw new MessageInvalidError(`${name} is zero.`);
    return chainId(number);
  }

  /** Takes bytes preceded by their length, refusing more than `max`. */
  prefixed(bits: 8 | 16, max: number, name: string): Uint8Array {
    const length = this.number(bits, `the length of ${name}`);
    if (length > max) {
      throw new MessageInvalidError(`${name} has ${length} bytes; the limit is ${max}.`);
    }
    return this.take(length, name);
  }

  /** Asserts that everything was read. Throws MessageTrailingBytesError. */
  end(): void {
    const rest = this.#bytes.length - this.#offset;
    if (rest > 0) throw new MessageTrailingBytesError(`The message has ${rest} bytes too many.`);
  }
}
