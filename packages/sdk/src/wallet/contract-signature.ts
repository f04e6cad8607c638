import { concat, dataLength, isError, type Provider, toBeHex, zeroPadBytes } from "ethers";
import type { Address, Bytes32 } from "../primitives/index.ts";

/** `isValidSignature(bytes32,bytes)`, and what it answers where the signature is the contract's own (ERC-1271). */
const IS_VALID_SIGNATURE = "0x1626ba7e";
const WORD = 32;

/**
 * Asks an account that is a contract, such as a smart wallet, whether it stands by a signature (ERC-1271): as it is in the newest
 * block, so that an owner who was revoked is not heard any more. An account without code stands by none.
 *
 * @param digest - what was signed: of typed data its EIP-712 digest
 * @param signature - in hex, whatever the contract takes
 * @throws what the provider throws where the chain cannot be asked
 *
 * @example
 * const stands = await isSignedByContract(provider, claim.payee, claimDigest(claim), claim.signature);
 */
export async function isSignedByContract(
  provider: Provider,
  account: Address,
  digest: Bytes32,
  signature: string,
): Promise<boolean> {
  try {
    const answer = await provider.call({ to: account, data: callOf(digest, signature) });
    // The word and nothing else, as the contracts demand it.
    return answer === zeroPadBytes(IS_VALID_SIGNATURE, WORD);
  } catch (error) {
    if (isError(error, "CALL_EXCEPTION")) return false;
    throw error;
  }
}

/** The call as the ABI writes it: the digest, where the bytes begin, how many they are, and they themselves in whole words. */
function callOf(digest: Bytes32, signature: string): string {
  const length = dataLength(signature);
  const words = Math.ceil(length / WORD);
  return concat([
    IS_VALID_SIGNATURE,
    digest,
    toBeHex(2 * WORD, WORD),
    toBeHex(length, WORD),
    zeroPadBytes(signature, words * WORD),
  ]);
}
