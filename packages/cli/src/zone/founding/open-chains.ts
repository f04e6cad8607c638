import type { JsonRpcProvider } from "ethers";
import {
  type ConnectedChain,
  endpointName,
  FailoverProvider,
} from "../../chain/failover-provider.ts";
import type { Cli } from "../../cli.ts";
import { EndpointWrongChainError } from "../../errors.ts";
import type { ZoneFileChain } from "./zone-file-schema.ts";

/** A chain of a zone file, connected. */
export interface OpenChain {
  chain: ZoneFileChain;
  provider: JsonRpcProvider;
}

const TIMEOUT = 10_000;

/** Lends connected chains to a function, and closes them whatever happens. */
export async function withOpenChains<T>(
  chains: readonly ZoneFileChain[],
  use: (open: OpenChain[]) => Promise<T>,
): Promise<T> {
  const open = chains.map((chain) => ({ chain, provider: new FailoverProvider(chain) }));
  try {
    return await use(open);
  } finally {
    for (const { provider } of open) provider.destroy();
  }
}

/**
 * Asks every endpoint of a chain which chain it is. One that does not answer is left for later, when the others may.
 *
 * @throws EndpointWrongChainError
 */
export async function assertRightChain(
  { fetch }: Pick<Cli, "fetch">,
  { id, name, rpcUrls }: ConnectedChain,
): Promise<void> {
  const found = await Promise.allSettled(rpcUrls.map((url) => askChainId(fetch, url)));
  for (const [i, answer] of found.entries()) {
    if (answer.status === "rejected" || answer.value === id) continue;
    throw new EndpointWrongChainError(`An RPC endpoint of ${name} answers for another chain.`, {
      details: [
        `Endpoint: ${endpointName(rpcUrls[i] ?? "")}`,
        `Expected: ${id}`,
        `Received: ${answer.value}`,
        "Nothing was sent.",
      ],
    });
  }
}

async function askChainId(fetch: Cli["fetch"], url: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const { result } = (await response.json()) as { result: string };
  return `eip155:${BigInt(result)}`;
}
