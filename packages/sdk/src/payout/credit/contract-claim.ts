import type { Provider } from "ethers";
import { isSignedByContract } from "../../wallet/index.ts";
import { askProvider } from "../chain-call.ts";
import { claimDigest } from "./claim-order.ts";
import type { SignedClaim } from "./signed-claim.ts";

/**
 * Asks a payee that is a contract, such as a smart wallet, whether it stands by a signed claim (ERC-1271), as it is now: an owner who
 * was revoked after signing is not heard. The answer goes into `verifySignedClaim` as `contractSigned`.
 *
 * @param provider - of the claim's chain
 * @returns undefined where the payee is no contract: its key's signature needs no chain
 * @throws PayoutUnavailableError
 */
export async function readContractClaim(
  provider: Provider,
  signed: SignedClaim,
): Promise<boolean | undefined> {
  const { payee, signature } = signed;
  if ((await askProvider(provider.getCode(payee))) === "0x") return undefined;
  return await askProvider(isSignedByContract(provider, payee, claimDigest(signed), signature));
}
