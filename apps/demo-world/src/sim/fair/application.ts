import type { ChainId } from "@ryugu/sdk/primitives";
import { chainNumber } from "@ryugu/sdk/primitives";
import { TypedDataEncoder, verifyTypedData } from "ethers";
import type { Application, Withdrawal } from "../protocol/http.ts";

/**
 * EIP-712: an application is signed to one organisation on one platform's chain, so that it is worth nothing
 * anywhere else, and the wallet shows the person every field that they disclose.
 */
export const APPLICATION_TYPES = {
  Application: [
    { name: "organisation", type: "string" },
    { name: "job", type: "string" },
    { name: "applicant", type: "address" },
    { name: "fields", type: "Field[]" },
    { name: "issuedAt", type: "uint64" },
    { name: "nonce", type: "bytes32" },
  ],
  Field: [
    { name: "name", type: "string" },
    { name: "value", type: "string" },
  ],
};

/** EIP-712: taking an application back. */
export const WITHDRAWAL_TYPES = {
  Withdrawal: [
    { name: "application", type: "bytes32" },
    { name: "applicant", type: "address" },
    { name: "issuedAt", type: "uint64" },
  ],
};

/** The EIP-712 domain of a fair: the platform's chain. */
export const fairDomain = (chain: ChainId) => ({
  name: "Ryugu job fair",
  version: "1",
  chainId: chainNumber(chain),
});

/** An application's id: its EIP-712 hash, which names every field and the company. */
export const applicationId = (chain: ChainId, application: Application): string =>
  TypedDataEncoder.hash(fairDomain(chain), APPLICATION_TYPES, application);

/** Who signed an application, if it is who it says; undefined otherwise. */
export function applicantOf(
  chain: ChainId,
  application: Application,
  signature: string,
): string | undefined {
  const recover = () =>
    verifyTypedData(fairDomain(chain), APPLICATION_TYPES, application, signature);
  return sameAddress(recover, application.applicant);
}

/** Who took an application back, if it is who it says; undefined otherwise. */
export function withdrawnBy(
  chain: ChainId,
  withdrawal: Withdrawal,
  signature: string,
): string | undefined {
  const recover = () => verifyTypedData(fairDomain(chain), WITHDRAWAL_TYPES, withdrawal, signature);
  return sameAddress(recover, withdrawal.applicant);
}

/** A signature that is none recovers nobody. */
function sameAddress(recover: () => string, claimed: string): string | undefined {
  try {
    const signer = recover();
    return signer.toLowerCase() === claimed.toLowerCase() ? signer : undefined;
  } catch {
    return undefined;
  }
}
