import type { Finality } from "@ryugu/sdk/zone";
import type { JsonRpcProvider } from "ethers";
import { ChainUnavailableError } from "../errors.ts";

/** The newest block of a chain that is final. Throws ChainUnavailableError where the endpoint cannot tell. */
export async function finalBlock(provider: JsonRpcProvider, finality: Finality): Promise<number> {
  if (finality.kind === "tag") {
    const block = await provider.getBlock("finalized");
    if (block !== null) return block.number;
    throw new ChainUnavailableError("The chain's endpoint does not say which block is final.");
  }
  const newest = await provider.getBlockNumber();
  return finality.kind === "depth" ? Math.max(0, newest - finality.depth) : newest;
}
