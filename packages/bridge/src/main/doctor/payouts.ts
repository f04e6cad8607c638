import { type Address, parseShape } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import { type Endpoint, httpEndpoint } from "../../chain/endpoint.ts";
import { bytes } from "../../chain/rpc-shapes.ts";
import type { NodeConfig } from "../../config/schema.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** Looks at what a node with the role `payout` is told to send home and to index; nothing without the role. */
export async function examinePayouts(
  { roles, payout, chains, relayer, tuning, database }: Readonly<NodeConfig>,
  zone: Zone,
): Promise<Finding[]> {
  if (!roles.includes("payout")) return [];
  const findings: Finding[] = [];
  const inZone = new Set<string>(zone.manifest.chains.map(({ id }) => id));
  if (payout.currencies.length === 0)
    findings.push(warn("no currency is named: royalties stay where they are paid"));
  if (relayer === undefined && typeof database === "string")
    findings.push(warn("without a relayer's account no royalties are sent home"));
  const named = [
    ...payout.currencies.map(({ homeChain: id, token }) => ({ id, contracts: [token] })),
    ...payout.contracts.map(({ chain: id, markets, rails, splits, splitFactories }) => ({
      id,
      contracts: [...markets, ...rails, ...splits, ...splitFactories],
    })),
  ];
  for (const { id, contracts } of named) {
    const url = chains.find((chain) => chain.id === id)?.rpcUrls[0];
    if (url === undefined || !inZone.has(id)) {
      findings.push(bad(`contracts are named on ${id}, which this node does not read`));
      continue;
    }
    const endpoint = httpEndpoint(url, tuning.rpcTimeoutMs);
    for (const contract of contracts) findings.push(...(await hasCode(endpoint, id, contract)));
  }
  return findings.length === 0 || findings.every(({ condition }) => condition === "warn")
    ? [...findings, good(`${named.flatMap(({ contracts }) => contracts).length} contracts answer`)]
    : findings;
}

async function hasCode(endpoint: Endpoint, chain: string, contract: Address): Promise<Finding[]> {
  try {
    const answer = await endpoint.send({ method: "eth_getCode", params: [contract, "latest"] });
    if (parseShape(bytes, answer, "Code") !== "0x") return [];
    return [bad(`nothing is at ${contract} on ${chain}`, "Is it another chain's address?")];
  } catch (error) {
    return [warn(`whether ${contract} is on ${chain} could not be asked: ${reasonOf(error)}`)];
  }
}
