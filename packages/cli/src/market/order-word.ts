import { InvalidOrderError, orderHash, type SignedOrder, verifyOrder } from "@ryugu/sdk/market";
import { isSignedByContract } from "@ryugu/sdk/wallet";
import type { JsonRpcProvider } from "ethers";

/** Whose word an order is, checked. */
export type Word = "key" | "contract";

/**
 * Checks that an order's seller signed it; a seller that is a contract is asked on its chain (ERC-1271).
 *
 * @throws InvalidOrderError with reason `terms` or `signature`, ChainUnavailableError
 */
export async function wordOf(provider: JsonRpcProvider, order: SignedOrder): Promise<Word> {
  const { seller, signature } = order;
  const isContract = (await provider.getCode(seller)) !== "0x";
  if (verifyOrder(order, { isContract }) === "key") return "key";
  if (await isSignedByContract(provider, seller, orderHash(order), signature)) return "contract";
  throw new InvalidOrderError(
    "signature",
    "The seller, a contract, does not stand by this order.",
    { details: [`Seller: ${seller}`] },
  );
}
