import { gatewayAbi } from "@ryugu/contracts";
import { validatorSet } from "@ryugu/sdk/lane";
import { type Address, address, type ChainId, chainId, hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { CouncilGateway } from "../ports/council-gateway.ts";
import { EndpointFailedError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";

const gatewayInterface = new Interface(gatewayAbi);

/** What is asked of a gateway's council, all without arguments. */
type Question = "validatorSet" | "councilNonce" | "counterparts";

/** Asks a gateway about its council through a pool of JSON-RPC endpoints: what as many say alike as must agree. */
export function rpcCouncilGateway(options: {
  chain: ChainId;
  name: string;
  gateway: Address;
  pool: EndpointPool;
}): CouncilGateway {
  const { chain, name, gateway, pool } = options;
  const ask = async (question: Question) => {
    const call = { to: gateway, data: gatewayInterface.encodeFunctionData(question) };
    const result = await pool.agreed((endpoint) =>
      endpoint.send({ method: "eth_call", params: [call, "latest"] }),
    );
    try {
      return gatewayInterface.decodeFunctionResult(question, hex(result));
    } catch (cause) {
      throw new EndpointFailedError("The gateway did not answer as a gateway.", {
        cause,
        details: [`Chain: ${chain}`, `Gateway: ${gateway}`],
      });
    }
  };

  return {
    chain,
    name,
    gateway,
    async state() {
      const [set, [nonce], [others]] = await Promise.all([
        ask("validatorSet"),
        ask("councilNonce"),
        ask("counterparts"),
      ]);
      const seats: string[] = [...set.validators];
      const counterparts: bigint[] = [...others];
      return {
        set: validatorSet(
          Number(set.epoch),
          Number(set.quorum),
          seats.map((seat) => address(seat)),
        ),
        nonce: Number(nonce),
        counterparts: counterparts.map((number) => chainId(`eip155:${number}`)),
      };
    },
  };
}
