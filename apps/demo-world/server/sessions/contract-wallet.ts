import type { ContractVerifier } from "@ryugu/sdk/passport";
import type { Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";

/** Reads a contract: the answer of `eth_call`. What it throws is a failure of the chain, not a no. */
export type CallContract = (to: string, data: Hex) => Promise<string>;

const erc1271 = new Interface(["function isValidSignature(bytes32,bytes) view returns (bytes4)"]);
/** What a contract says to a signature that is its own: the function's selector, padded to a word. */
const MAGIC = `0x1626ba7e${"0".repeat(56)}`;

/** Asks contract wallets on the platform's chain (ERC-1271). */
export function askContractWallet(call: CallContract): ContractVerifier {
  return async ({ address, digest, signature }) => {
    const data = erc1271.encodeFunctionData("isValidSignature", [digest, signature]) as Hex;
    return (await call(address, data)) === MAGIC;
  };
}
