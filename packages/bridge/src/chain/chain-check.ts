import { type ChainId, chainNumber, parseShape } from "@ryugu/sdk/primitives";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, OtherChainError } from "./errors.ts";
import { bigQuantity } from "./rpc-shapes.ts";

/**
 * An endpoint that is asked which chain it answers for, before anything else and again after each failure: an
 * address that was mistyped, or moved overnight, must not be believed about another chain's blocks.
 */
export function checkedEndpoint(chain: ChainId, endpoint: Endpoint): Endpoint {
  let isChecked = false;

  const check = async (signal: AbortSignal | undefined) => {
    const answer = await endpoint.send({ method: "eth_chainId", params: [] }, signal);
    const found = parseShape(bigQuantity, answer, "A chain's number");
    if (found !== chainNumber(chain)) {
      throw new OtherChainError("An RPC endpoint answers for another chain.", {
        details: [`Endpoint: ${endpoint.name}`, `Expected: ${chain}`, `It says: eip155:${found}`],
      });
    }
    isChecked = true;
  };

  return {
    name: endpoint.name,
    async send(request, signal) {
      if (!isChecked) await check(signal);
      try {
        return await endpoint.send(request, signal);
      } catch (error) {
        if (error instanceof EndpointFailedError) isChecked = false;
        throw error;
      }
    },
  };
}
