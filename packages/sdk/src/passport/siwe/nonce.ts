import { bytesToHex, platformRandom, type RandomBytes } from "../../primitives/index.ts";

/** 128 bits; ERC-4361 asks for enough that nobody can guess one. */
const NONCE_BYTES = 16;

/**
 * Makes a nonce for one sign-in: 32 hex digits. The server remembers it for some minutes, and forgets it
 * with the first message that carries it, so that no message signs in twice.
 *
 * @param random - asked once, for 16 bytes; the platform's randomness if not given
 */
export function createNonce(random: RandomBytes = platformRandom): string {
  return bytesToHex(random(NONCE_BYTES)).slice(2);
}
