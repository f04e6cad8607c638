import type { Provider } from "ethers";
import { isSignedByContract } from "../../wallet/index.ts";
import { askChain } from "./ask-chain.ts";
import type { IssuerReserveReport } from "./report.ts";
import { issuerReserveDigest } from "./signature.ts";

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
  return askChain({ chain, address: account }, provider, () =>
    isSignedByContract(provider, account, issuerReserveDigest(body), signature),
  );
}
