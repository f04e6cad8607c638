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
export function openChainCalls(rpcUrl: string, chain: ChainId, timeout = TIMEOUT): ChainCalls {
  const request = new FetchRequest(rpcUrl);
  request.timeout = timeout;
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
        if (isRevert(cause)) return "0x";
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      }
    },
    close: () => provider.destroy(),
  };
}

/** JSON-RPC's code for a reverted call; some nodes use another and only say it. */
const REVERTED = 3;

/** Whether the contract itself refused. To ethers, every error that answers an `eth_call` looks like that. */
function isRevert(cause: unknown): boolean {
  if (!isCallException(cause)) return false;
  const error: unknown = cause.info?.error;
  if (typeof error !== "object" || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === REVERTED || (typeof message === "string" && /\brevert/i.test(message));
}
