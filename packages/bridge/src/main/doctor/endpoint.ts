import { type ChainId, chainNumber, parseShape } from "@ryugu/sdk/primitives";
import type { ZoneChain } from "@ryugu/sdk/zone";
import type { Endpoint } from "../../chain/endpoint.ts";
import { bytes, quantity, rpcBlock, rpcLogs } from "../../chain/rpc-shapes.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** What one endpoint said of its chain. */
export interface EndpointFound {
  findings: Finding[];
  /** Its newest block, where it answered. */
  latest?: number;
}

/** A chain whose newest block is older has stopped, or the endpoint lags. */
const OLD = 300;

const tag = (number: number) => `0x${number.toString(16)}`;

/** Asks one endpoint everything that a node will ask it. */
export async function examineEndpoint(
  chain: ZoneChain,
  endpoint: Endpoint,
  { number, range, now }: { number: number; range: number; now: number },
): Promise<EndpointFound> {
  const what = `endpoint ${number} ${endpoint.name}`;
  const ask = (method: string, ...params: unknown[]) => endpoint.send({ method, params });
  try {
    const other = await otherChain(chain.id, ask);
    if (other !== undefined)
      return { findings: [bad(`${what} answers for another chain: ${other}`)] };
    const began = performance.now();
    const block = parseShape(
      rpcBlock,
      await ask("eth_getBlockByNumber", "latest", false),
      "A block",
    );
    const took = Math.round(performance.now() - began);
    if (block === null) return { findings: [bad(`${what} has no newest block`)] };
    const age = Math.round(now / 1_000 - block.timestamp);
    const text = `${what}: block ${block.number}, ${Math.max(0, age)} s old, answered in ${took} ms`;
    const findings = [age > OLD ? warn(text, "It lags, or the chain stands still.") : good(text)];
    findings.push(...(await gateway(chain, what, ask)));
    findings.push(...(await finality(chain, what, ask)));
    findings.push(...(await logs(chain, what, Math.min(range, block.number), ask)));
    return { findings, latest: block.number };
  } catch (error) {
    const advice = "Mend it, or configure another.";
    return { findings: [bad(`${what}: ${reasonOf(error)}`, advice)] };
  }
}

type Ask = (method: string, ...params: unknown[]) => Promise<unknown>;

async function otherChain(id: ChainId, ask: Ask): Promise<string | undefined> {
  const found = parseShape(quantity, await ask("eth_chainId"), "A chain's number");
  return BigInt(found) === chainNumber(id) ? undefined : `eip155:${found}`;
}

async function gateway(chain: ZoneChain, what: string, ask: Ask): Promise<Finding[]> {
  const code = parseShape(bytes, await ask("eth_getCode", chain.gateway, "latest"), "Code");
  return code === "0x" ? [bad(`${what} shows no gateway at ${chain.gateway}`)] : [];
}

async function finality({ finality: kind }: ZoneChain, what: string, ask: Ask): Promise<Finding[]> {
  if (kind.kind !== "tag") return [];
  try {
    const answer = await ask("eth_getBlockByNumber", "finalized", false);
    if (parseShape(rpcBlock, answer, "A block") !== null) return [];
    return [warn(`${what} says that nothing is final yet`)];
  } catch (error) {
    return [bad(`${what} does not know the tag "finalized": ${reasonOf(error)}`)];
  }
}

/** A node reads all of the gateway's logs, from the first block that can have one. */
async function logs(chain: ZoneChain, what: string, range: number, ask: Ask): Promise<Finding[]> {
  const filter = {
    address: chain.gateway,
    fromBlock: tag(chain.startBlock),
    toBlock: tag(chain.startBlock + range),
  };
  try {
    parseShape(rpcLogs, await ask("eth_getLogs", filter), "Logs");
    return [];
  } catch (error) {
    const asked = `${what} gives no logs of ${range} blocks from ${chain.startBlock} on`;
    const advice =
      "The node asks for less by itself; an endpoint without old logs cannot serve a new node.";
    return [warn(`${asked}: ${reasonOf(error)}`, advice)];
  }
}
