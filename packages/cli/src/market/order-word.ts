import { InvalidOrderError, orderHash, type SignedOrder, verifyOrder } from "@ryugu/sdk/market";
import type { JsonRpcProvider } from "ethers";
import { readContract } from "../chain/read-contract.ts";

/** Whose word an order is, checked. */
export type Word = "key" | "contract";

const ERC1271 = ["function isValidSignature(bytes32, bytes) view returns (bytes4)"];
const STANDS_BY = "0x1626ba7e";

/**
 * Checks that an order's seller signed it; a seller that is a contract is asked on its chain (ERC-1271).
 *
 * @throws InvalidOrderError with reason `terms` or `signature`, ChainUnavailableError
 */
export async function wordOf(provider: JsonRpcProvider, order: SignedOrder): Promise<Word> {
  const isContract = (await provider.getCode(order.seller)) !== "0x";
  if (verifyOrder(order, { isContract }) === "key") return "key";
  const ask = readContract(order.seller, ERC1271, provider);
  const answer = await ask("isValidSignature", orderHash(order), order.signature);
  if (answer === STANDS_BY) return "contract";
  throw new InvalidOrderError(
    "signature",
    "The seller, a contract, does not stand by this order.",
    {
      details: [`Seller: ${order.seller}`],
    },
  );
}
