import { concat, dataLength, type Provider, toBeHex, zeroPadBytes } from "ethers";
import type { Bytes32 } from "../../primitives/index.ts";
import { askChain, callView } from "./ask-chain.ts";
import type { IssuerReserveReport } from "./report.ts";
import { issuerReserveDigest } from "./signature.ts";

/** `isValidSignature(bytes32,bytes)`, and what it answers where the signature is the contract's own (ERC-1271). */
const IS_VALID_SIGNATURE = "0x1626ba7e";
const WORD = 32;

/**
 * Asks the contract that is an issuer's account whether it signed a report (ERC-1271): as it stands in the newest block, so that an
 * owner who has left since is not heard any more.
 *
 * @param provider - of the account's chain
 * @returns undefined where the account is a key, whose signature needs no chain
 * @throws IssuerFactUnreadError where the chain is another one, or gives no answer
 */
export async function readContractSignature(
  { signature, ...body }: IssuerReserveReport,
  provider: Provider,
): Promise<boolean | undefined> {
  const { account, chain } = body.issuer;
  if (chain === undefined) return undefined;
  const data = signatureCall(issuerReserveDigest(body), signature);
  const answer = await askChain({ chain, address: account }, provider, () =>
    callView(provider, account, data, "latest"),
  );
  return answer === zeroPadBytes(IS_VALID_SIGNATURE, WORD);
}

/** The call as the ABI writes it: the digest, where the bytes begin, how many they are, and they themselves in whole words. */
function signatureCall(digest: Bytes32, signature: string): string {
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
