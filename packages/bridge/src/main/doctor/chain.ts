import { type Address, parseShape } from "@ryugu/sdk/primitives";
import type { ZoneChain } from "@ryugu/sdk/zone";
import { formatEther } from "ethers";
import { type Endpoint, httpEndpoint } from "../../chain/endpoint.ts";
import { bigQuantity } from "../../chain/rpc-shapes.ts";
import type { NodeConfig } from "../../config/schema.ts";
import { type EndpointFound, examineEndpoint } from "./endpoint.ts";
import { bad, type Finding, good, warn } from "./finding.ts";

/** So many blocks may lie between honest endpoints. */
const APART = 20;
/** A delivery of a full batch, in gas. */
const DELIVERY = 5_000_000n;

/** Asks every endpoint of one chain, and what the relayer holds there. */
export async function examineChain(
  chain: ZoneChain,
  { rpcUrls, agreement }: NodeConfig["chains"][number],
  {
    relayer,
    tuning,
    now,
  }: { relayer: Address | undefined; tuning: NodeConfig["tuning"]; now: number },
): Promise<Finding[]> {
  const endpoints = rpcUrls.map((url) => httpEndpoint(url, tuning.rpcTimeoutMs));
  const found = await Promise.all(
    endpoints.map((endpoint, i) =>
      examineEndpoint(chain, endpoint, { number: i + 1, range: tuning.maxBlockRange, now }),
    ),
  );
  const answering = endpoints.filter((_, i) => found[i]?.latest !== undefined);
  return [
    ...found.flatMap(({ findings }) => findings),
    ...enough(answering.length, rpcUrls.length, agreement),
    ...apart(found),
    ...(await balance(answering[0], relayer)),
  ];
}

function enough(answering: number, all: number, agreement: number): Finding[] {
  if (answering >= agreement) return [];
  return [
    bad(
      `only ${answering} of ${all} endpoints answer and ${agreement} must agree: nothing is signed`,
    ),
  ];
}

function apart(found: readonly EndpointFound[]): Finding[] {
  const heads = found.flatMap(({ latest }) => latest ?? []);
  const distance = Math.max(...heads) - Math.min(...heads);
  if (heads.length < 2 || distance <= APART) return [];
  return [warn(`endpoints are ${distance} blocks apart`, "Those that lag delay what is signed.")];
}

async function balance(
  endpoint: Endpoint | undefined,
  relayer: Address | undefined,
): Promise<Finding[]> {
  if (endpoint === undefined || relayer === undefined) return [];
  try {
    const ask = async (method: string, ...params: unknown[]) =>
      parseShape(bigQuantity, await endpoint.send({ method, params }), "An amount");
    const wei = await ask("eth_getBalance", relayer, "latest");
    const price = await ask("eth_gasPrice");
    if (price === 0n) return [good("gas costs nothing here")];
    const times = wei / (price * DELIVERY);
    const text = `the relayer holds ${Number(formatEther(wei)).toPrecision(4)} coins, for about ${times} large deliveries`;
    if (times === 0n) return [bad(text, `Send coin to ${relayer}`)];
    return [times < 100n ? warn(text, `Send coin to ${relayer}`) : good(text)];
  } catch {
    return [warn("what the relayer holds could not be asked")];
  }
}
