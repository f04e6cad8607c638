import { type Address, type ChainId, type Hex, isSameAddress } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { OwnershipReader } from "../people/ports.ts";
import type { ChainCalls } from "./chain-calls.ts";

const tokens = new Interface([
  "function ownerOf(uint256) view returns (address)",
  "function balanceOf(address,uint256) view returns (uint256)",
]);
const WORD = /^0x[0-9a-f]{64}$/;
const MAX_ID = 2n ** 256n;

/** Reads from the platform's chain whose a token is: ERC-721, and ERC-1155 where the contract knows no owner. */
export function readOwnership({ call }: Pick<ChainCalls, "call">, chain: ChainId): OwnershipReader {
  return {
    async owns(account, token) {
      const id = BigInt(token.id);
      if (token.chain !== chain || id >= MAX_ID) return false;
      const owner = await call(token.contract, encode("ownerOf", [id]));
      if (WORD.test(owner)) return isSameAddress(`0x${owner.slice(-40)}`, account);
      const balance = await call(token.contract, encode("balanceOf", [account, id]));
      return WORD.test(balance) && BigInt(balance) > 0n;
    },
  };
}

const encode = (name: string, values: readonly (bigint | Address)[]) =>
  tokens.encodeFunctionData(name, values) as Hex;
