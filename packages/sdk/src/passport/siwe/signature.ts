import { recoverAddress } from "ethers";
import {
  type Address,
  type Bytes32,
  type ChainId,
  type Hex,
  isHex,
} from "../../primitives/index.ts";
import { SiweRefusedError } from "./errors.ts";

/** What a contract wallet is asked (ERC-1271). */
export interface ContractCheck {
  address: Address;
  chain: ChainId;
  /** The hash that `isValidSignature` takes (EIP-191). */
  digest: Bytes32;
  signature: Hex;
}

/** Asks a contract wallet whether a signature is its own. What it throws is a failed check, not a no. */
export type ContractVerifier = (check: ContractCheck) => Promise<boolean>;

/** An account's own signature: r, s, v. */
const ACCOUNT_SIGNATURE_BYTES = 65;

/** A contract wallet's may be long, but this is no signature any more. */
const MAX_SIGNATURE_BYTES = 8_192;

/**
 * Checks that an account signed a digest: by recovery, and failing that by asking its contract.
 *
 * @throws SiweRefusedError
 */
export async function checkSignature(check: {
  account: Address;
  chain: ChainId;
  digest: Bytes32;
  signature: string;
  contractVerifier?: ContractVerifier;
}): Promise<void> {
  const { account, chain, digest, signature, contractVerifier } = check;
  const bytes = isHex(signature) ? (signature.length - 2) / 2 : 0;
  if (!isHex(signature) || bytes === 0 || bytes > MAX_SIGNATURE_BYTES) {
    throw new SiweRefusedError(
      "The signature is not hex of a signature's length.",
      "malformed-signature",
    );
  }
  if (bytes === ACCOUNT_SIGNATURE_BYTES && recover(digest, signature) === account) return;
  if (contractVerifier !== undefined) {
    await askContract(contractVerifier, { address: account, chain, digest, signature });
  } else if (bytes === ACCOUNT_SIGNATURE_BYTES) {
    throw wrongSignature("If it is a contract wallet: those are not taken here.");
  } else {
    throw new SiweRefusedError("Contract wallets are not taken here.", "contract-wallet", {
      details: [`The signature has ${bytes} bytes; an account's own has 65.`],
    });
  }
}

function recover(digest: Bytes32, signature: Hex): string | undefined {
  try {
    return recoverAddress(digest, signature);
  } catch {
    return undefined;
  }
}

async function askContract(verifier: ContractVerifier, check: ContractCheck): Promise<void> {
  let isValid: boolean;
  try {
    isValid = await verifier(check);
  } catch (cause) {
    const message = "The contract wallet could not be asked.";
    throw new SiweRefusedError(message, "contract-check-failed", { cause });
  }
  if (isValid !== true) throw wrongSignature("The contract wallet says no.");
}

function wrongSignature(detail: string): SiweRefusedError {
  return new SiweRefusedError("The signature is not the account's.", "wrong-signature", {
    details: [detail],
  });
}
