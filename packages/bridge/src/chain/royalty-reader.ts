import { custodyAbi, gatewayAbi, splitAbi, splitFactoryAbi } from "@ryugu/contracts";
import { type Address, address, chainNumber, type Hex, hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { ReserveReader } from "../ports/reserve-reader.ts";
import type { RoyaltyBlock, RoyaltyReader } from "../ports/royalty-reader.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";
import { rpcReserveReader } from "./reserve-reader.ts";

const gateway = new Interface(gatewayAbi);
const custody = new Interface(custodyAbi);
const factory = new Interface(splitFactoryAbi);
const split = new Interface(splitAbi);
const TOKEN = new Interface(["function balanceOf(address) view returns (uint256)"]);

/** Gas for a question to a stranger's contract: a split may have 500 payees. */
const GAS: Hex = "0x989680";

export interface RoyaltyReaderOptions {
  chain: RoyaltyReader["chain"];
  gateway: Address;
  pool: EndpointPool;
}

/** What {@link RoyaltyReader} asks, through a pool of JSON-RPC endpoints. */
export function rpcRoyaltyReader(options: RoyaltyReaderOptions): RoyaltyReader {
  const { chain, pool } = options;
  const reserves: Pick<ReserveReader, "representationOf"> = rpcReserveReader(options);

  const call = (to: Address, data: string, block: RoyaltyBlock): Promise<Hex> =>
    pool.agreed(async (endpoint) => {
      const params = [{ to, data, gas: GAS }, tagOf(block)];
      return hex(await endpoint.send({ method: "eth_call", params }));
    });

  const ask = async (
    of: Interface,
    to: Address,
    name: string,
    values: readonly unknown[],
    block: RoyaltyBlock = "latest",
  ) => {
    const answer = await call(to, of.encodeFunctionData(name, values), block);
    try {
      return of.decodeFunctionResult(name, answer);
    } catch (cause) {
      throw new EndpointFailedError("A contract did not answer as what it should be.", {
        cause,
        details: [`Chain: ${chain}`, `Contract: ${to}`, `Question: ${name}`],
      });
    }
  };

  /** A stranger's contract that reverts, or answers something else, has not answered. */
  const orSilent = <T>(question: Promise<T>): Promise<T | undefined> =>
    question.catch((error: unknown) => {
      if (error instanceof EndpointRefusedError || error instanceof EndpointFailedError)
        return undefined;
      throw error;
    });

  let known: Address | undefined;
  const custodyAt = async () => {
    known ??= address((await ask(gateway, options.gateway, "custody", []))[0]);
    return known;
  };

  return {
    chain,
    custody: custodyAt,
    async routerOf({ homeChain, homeToken, receiver }) {
      const route = [chainNumber(homeChain), homeToken, receiver];
      return address((await ask(custody, await custodyAt(), "royaltyRouterOf", route))[0]);
    },
    async currencyHere({ chain: homeChain, token: homeToken }) {
      if (homeChain === chain) return homeToken;
      return reserves.representationOf({ homeChain, homeToken, standard: "erc20" });
    },
    isContract: (account, block) =>
      pool.agreed(async (endpoint) => {
        const params = [account, tagOf(block)];
        return hex(await endpoint.send({ method: "eth_getCode", params })) !== "0x";
      }),
    async held(currency, holder, block) {
      const answer = await orSilent(ask(TOKEN, currency, "balanceOf", [holder], block));
      return answer === undefined ? undefined : BigInt(answer[0]);
    },
    async laneFee(to) {
      const [terms] = await ask(gateway, options.gateway, "termsOf", [chainNumber(to)]);
      return BigInt(terms.fee);
    },
    async split(factories, account, currency, block) {
      const answers = factories.map((at) => ask(factory, at, "isSplit", [account], block));
      if (!(await Promise.all(answers)).some(([isSplit]) => isSplit === true)) return undefined;
      const [undistributed, round, shares] = await Promise.all([
        orSilent(ask(split, account, "undistributed", [currency], block)),
        orSilent(ask(split, account, "openRound", [currency], block)),
        orSilent(ask(split, account, "shares", [], block)),
      ]);
      // Anybody can make a clone with a list that is none: it divides nothing, and stops nobody.
      if (undistributed === undefined || round === undefined || shares === undefined)
        return undefined;
      return {
        undistributed: BigInt(undistributed[0]),
        next: Number(round.next),
        payees: shares[0].length,
      };
    },
  };
}

const tagOf = (block: RoyaltyBlock): string =>
  block === "latest" ? block : `0x${block.toString(16)}`;
