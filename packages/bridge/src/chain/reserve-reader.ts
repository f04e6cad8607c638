import { custodyAbi, gatewayAbi } from "@ryugu/contracts";
import { STANDARDS } from "@ryugu/sdk/lane";
import {
  type Address,
  address,
  type ChainId,
  chainNumber,
  type Hex,
  hex,
  parseShape,
} from "@ryugu/sdk/primitives";
import { Interface, ZeroHash } from "ethers";
import type { ReserveReader } from "../ports/reserve-reader.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, EndpointRefusedError, EndpointsDisagreeError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";
import { rpcBlock } from "./rpc-shapes.ts";
import { askToken } from "./token-questions.ts";

const gateway = new Interface(gatewayAbi);
const custody = new Interface(custodyAbi);

export interface ReserveReaderOptions {
  chain: ReserveReader["chain"];
  gateway: Address;
  pool: EndpointPool;
}

/** What {@link ReserveReader} asks, through a pool of JSON-RPC endpoints. */
export function rpcReserveReader({
  chain,
  gateway: at,
  pool,
}: ReserveReaderOptions): ReserveReader {
  const call = (to: Address, data: string, block: string, gas?: Hex): Promise<Hex> =>
    pool.agreed(async (endpoint) => {
      const transaction = { to, data, ...(gas === undefined ? {} : { gas }) };
      return hex(await endpoint.send({ method: "eth_call", params: [transaction, block] }));
    });

  const ask = async (
    of: Interface,
    to: Address,
    name: string,
    values: unknown[],
    block: string,
  ) => {
    const answer = await call(to, of.encodeFunctionData(name, values), block);
    try {
      return of.decodeFunctionResult(name, answer);
    } catch (cause) {
      throw new EndpointFailedError("The gateway did not answer as a gateway.", {
        cause,
        details: [`Chain: ${chain}`, `Contract: ${to}`, `Question: ${name}`],
      });
    }
  };
  const askGateway = (name: string, values: unknown[], block = "latest") =>
    ask(gateway, at, name, values, block);

  /** Addresses that never change are asked for once. */
  const known = new Map<string, Promise<Address>>();
  const once = (key: string, find: () => Promise<Address>): Promise<Address> => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  };
  const custodyAt = () =>
    once("custody", async () => address((await askGateway("custody", []))[0]));

  const stoppedUntil = async (token: Address): Promise<number> => {
    const meter = await ask(custody, await custodyAt(), "meterOf", [token], "latest");
    return Number(meter[0].quarantinedUntil);
  };
  const pausedTo = async (counterpart: ChainId): Promise<number> => {
    const [out] = await askGateway("lanesOf", [chainNumber(counterpart)]);
    const lane = await askGateway("outboundLane", [out]);
    return Number(lane[0].pausedUntil);
  };

  /** A stranger's token, or pruned state: no answer is an answer. */
  const silent = <T>(question: Promise<T>): Promise<T | undefined> =>
    question.catch((error: unknown) => {
      const silence =
        error instanceof EndpointRefusedError || error instanceof EndpointsDisagreeError;
      if (silence) return undefined;
      throw error;
    });
  const token = askToken((to, data, gas, block) => silent(call(to, data, quantity(block), gas)));

  return {
    chain,
    gateway: at,
    distrust: () => pool.distrust(),
    vaultOf: (counterpart) =>
      once(`vault ${counterpart}`, async () =>
        address((await askGateway("vaultOf", [chainNumber(counterpart)]))[0]),
      ),
    representationOf: ({ homeChain, homeToken, standard }) =>
      once(`${homeChain}/${homeToken}/${standard}`, async () => {
        const home = [chainNumber(homeChain), homeToken, STANDARDS[standard]];
        return address((await askGateway("representationOf", home))[0]);
      }),
    async windDownOf(counterpart, block) {
      const question = askGateway("windDownOf", [chainNumber(counterpart)], quantity(block));
      const answer = await silent(question);
      if (answer === undefined || answer[0] === ZeroHash) return undefined;
      return Number(answer[1]);
    },
    ...token,
    async timeOf(block) {
      const answer = await pool.any((endpoint) => headerOf(endpoint, quantity(block)));
      return answer?.timestamp;
    },
    async pauseOf(what, validator) {
      const until = "token" in what ? await stoppedUntil(what.token) : await pausedTo(what.lanesTo);
      const [left, nonce] = await askGateway("pauseBudgetOf", [validator]);
      const newest = await pool.any((endpoint) => headerOf(endpoint, "latest"));
      const now = newest?.timestamp ?? 0;
      return { until, left: Number(left), nonce: Number(nonce), now };
    },
    async quarantinedUntil(collection, block) {
      const question = ask(custody, await custodyAt(), "meterOf", [collection], quantity(block));
      const meter = await silent(question);
      return meter === undefined ? undefined : Number(meter[0].quarantinedUntil);
    },
  };
}

const quantity = (value: number): Hex => `0x${value.toString(16)}`;

async function headerOf(endpoint: Endpoint, block: string) {
  const answer = await endpoint.send({ method: "eth_getBlockByNumber", params: [block, false] });
  return parseShape(rpcBlock, answer, "A block");
}
