import { recoverAddress, Signature } from "ethers";
import { type Address, type Bytes32, type Hex, preview } from "../primitives/index.ts";
import { InvalidSignatureError } from "./errors.ts";

/**
 * Brings a signature of 64 or 65 bytes into the 64 bytes of EIP-2098.
 *
 * @throws InvalidSignatureError also for a high s, which EIP-2098 cannot hold
 */
export function compactSignature(signature: string): Hex {
  try {
    return Signature.from(signature).compactSerialized as Hex;
  } catch (cause) {
    throw new InvalidSignatureError("Expected a signature of 64 (EIP-2098) or 65 bytes.", {
      cause,
      details: [`Received: ${preview(signature)}`],
    });
  }
}

/**
 * Who signed a digest.
 *
 * @throws InvalidSignatureError
 */
export function recoverSigner(digest: Bytes32, signature: string): Address {
  try {
    return recoverAddress(digest, compactSignature(signature)) as Address;
  } catch (cause) {
    if (cause instanceof InvalidSignatureError) throw cause;
    throw new InvalidSignatureError("The signature recovers to nobody.", { cause });
  }
}
