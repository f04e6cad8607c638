import type { ChainId, Hex } from "@ryugu/sdk/primitives";
import { chainNumber } from "@ryugu/sdk/primitives";
import { FetchRequest, isCallException, JsonRpcProvider, Network } from "ethers";
import { WorldChainError } from "./errors.ts";

/** Reads the platform's chain, within bounded time. */
export interface ChainCalls {
  /**
   * `eth_call` at the newest block; `0x` where the contract refuses or is none.
   *
   * @throws WorldChainError when the chain does not answer
   */
  call(to: string, data: Hex): Promise<string>;
  close(): void;
}

/** A local chain answers in milliseconds; a person waits for this one. */
const TIMEOUT = 4_000;

/** Opens one RPC endpoint for reading. */
export function openChainCalls(rpcUrl: string, chain: ChainId): ChainCalls {
  const request = new FetchRequest(rpcUrl);
  request.timeout = TIMEOUT;
  // One try: ethers would repeat an answer of 429 for minutes.
  request.setThrottleParams({ maxAttempts: 1 });
  const provider = new JsonRpcProvider(request, Network.from(chainNumber(chain)), {
    staticNetwork: true,
    batchMaxCount: 1,
  });
  return {
    async call(to, data) {
      try {
        return await provider.call({ to, data });
      } catch (cause) {
        if (isCallException(cause)) return "0x";
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      }
    },
    close: () => provider.destroy(),
  };
}
