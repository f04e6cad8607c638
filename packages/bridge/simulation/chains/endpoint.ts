import type { Hex } from "@ryugu/sdk/primitives";
import type { Endpoint, RpcRequest } from "../../src/chain/endpoint.ts";
import { EndpointFailedError, EndpointRefusedError } from "../../src/chain/errors.ts";
import { between, type Random } from "../world/chance.ts";
import type { VirtualTime } from "../world/time.ts";
import type { SimBlock } from "./block.ts";
import { type Lie, withLie } from "./lie.ts";
import { RpcRefusal } from "./refusal.ts";
import { answer, type ChainView } from "./rpc.ts";
import type { SimChain } from "./sim-chain.ts";

/** How an endpoint is just now. */
export interface EndpointMood {
  /** Answers nothing at all. */
  down: boolean;
  /** Takes requests and never answers. */
  stalls: boolean;
  /** How often a request fails, 0 to 1; half of them after they took effect. */
  flaky: number;
  /** How many blocks it is behind. */
  lag: number;
  /** A fork that has lost, and that it still follows. */
  stale: readonly SimBlock[] | undefined;
  /** The most blocks it gives logs of. */
  mostBlocks: number;
  lie: Lie | undefined;
}

export const HONEST: EndpointMood = {
  down: false,
  stalls: false,
  flaky: 0,
  lag: 0,
  stale: undefined,
  mostBlocks: 1_000,
  lie: undefined,
};

/** One RPC endpoint of one node: a view of a chain, with everything that can be wrong about one. */
export class SimEndpoint implements Endpoint {
  readonly name: string;
  readonly chain: SimChain;
  mood: EndpointMood = HONEST;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #timeout: number;

  constructor(
    name: string,
    chain: SimChain,
    given: { time: VirtualTime; random: Random; timeout: number },
  ) {
    this.name = name;
    this.chain = chain;
    this.#time = given.time;
    this.#random = given.random;
    this.#timeout = given.timeout;
  }

  async send(request: RpcRequest): Promise<unknown> {
    const { mood } = this;
    const random = this.#random;
    if (random.chance(0.1)) await this.#time.sleep(between(random, 1, 400));
    if (mood.down) throw this.#failure("refused the connection");
    if (mood.stalls) {
      await this.#time.sleep(this.#timeout);
      throw this.#failure("did not answer in time");
    }
    const fails = mood.flaky > 0 && random.chance(mood.flaky);
    if (fails && random.chance(0.5)) throw this.#failure("broke the connection");
    const result = this.#answer(request);
    if (fails) throw this.#failure("broke the connection after the request");
    return result;
  }

  #answer(request: RpcRequest): unknown {
    const { mood, chain } = this;
    try {
      if (request.method === "eth_getLogs") this.#bound(request);
      const view = this.#view();
      const lie = mood.lie;
      const honest = answer(chain, view, request);
      return lie === undefined ? honest : withLie(lie, chain, view, request, honest);
    } catch (error) {
      if (!(error instanceof RpcRefusal)) throw error;
      throw new EndpointRefusedError("An RPC endpoint refused a request.", 3, error.data, [
        `Endpoint: ${this.name}`,
        `Method: ${request.method}`,
        `Answer: ${error.message}`,
      ]);
    }
  }

  #bound({ params }: RpcRequest): void {
    const { fromBlock, toBlock } = params[0] as { fromBlock: Hex; toBlock: Hex };
    if (Number(toBlock) - Number(fromBlock) >= this.mood.mostBlocks)
      throw new RpcRefusal("query exceeds max block range");
  }

  #view(): ChainView {
    const { lag, stale } = this.mood;
    const { chain } = this;
    if (stale !== undefined) return { blocks: stale, final: chain.final };
    const blocks =
      lag === 0 ? chain.blocks : chain.blocks.slice(0, Math.max(1, chain.blocks.length - lag));
    return { blocks, final: Math.max(0, chain.final - lag) };
  }

  #failure(what: string): EndpointFailedError {
    return new EndpointFailedError(`An RPC endpoint ${what}.`, {
      details: [`Endpoint: ${this.name}`],
    });
  }
}
