import { type ChainId, chainId } from "@ryugu/sdk/primitives";
import {
  type IssuerReserveReport,
  type OutstandingFact,
  readOutstanding,
} from "@ryugu/sdk/reserves";
import { type ConnectedChain, FailoverProvider } from "../../chain/failover-provider.ts";
import type { Cli } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { isWebAddress } from "../../input/read-source.ts";
import { faint } from "../../output/style.ts";
import { assertRightChain } from "../../zone/founding/open-chains.ts";

/**
 * Asks the chains that endpoints were named for what is outstanding at the report's blocks. Several endpoints of one chain are asked
 * in turn.
 *
 * @param endpoints - as typed: `eip155:1=https://rpc.example`
 * @throws UsageError, EndpointWrongChainError, ChainUnavailableError, OutstandingUnreadError
 */
export async function readFacts(
  cli: Cli,
  report: IssuerReserveReport,
  endpoints: readonly string[],
): Promise<OutstandingFact[]> {
  const chains = readEndpoints(endpoints);
  for (const { id } of chains) assertListed(report, id);
  const facts = await Promise.all(
    chains.map(async (chain) => {
      cli.output.progress(faint(`Asking ${chain.id} …`));
      await assertRightChain(cli, chain);
      return askChain(report, chain);
    }),
  );
  return facts.flat();
}

async function askChain(
  { outstanding }: IssuerReserveReport,
  chain: ConnectedChain,
): Promise<OutstandingFact[]> {
  const provider = new FailoverProvider(chain);
  try {
    const mine = outstanding.filter((each) => each.chain === chain.id);
    return await Promise.all(mine.map((each) => readOutstanding(each, provider)));
  } finally {
    provider.destroy();
  }
}

function readEndpoints(endpoints: readonly string[]): ConnectedChain[] {
  const urls = new Map<ChainId, string[]>();
  for (const endpoint of endpoints) {
    const [id, url] = readEndpoint(endpoint);
    urls.set(id, [...(urls.get(id) ?? []), url]);
  }
  return [...urls].map(([id, [first = "", ...more]]) => ({
    id,
    name: id,
    rpcUrls: [first, ...more],
  }));
}

function readEndpoint(endpoint: string): [ChainId, string] {
  const [, id, url] = /^([^=]+)=(.+)$/.exec(endpoint) ?? [];
  if (id === undefined || url === undefined || !isWebAddress(url) || !URL.canParse(url)) {
    throw new UsageError(`--rpc is no chain and its endpoint: ${endpoint}`, {
      details: ["Such as: --rpc eip155:1=https://rpc.example"],
    });
  }
  return [chainId(id), url];
}

function assertListed({ outstanding }: IssuerReserveReport, id: ChainId): void {
  if (outstanding.some(({ chain }) => chain === id)) return;
  throw new UsageError(`The report lists no contract on ${id}.`, {
    details: [`It lists: ${[...new Set(outstanding.map(({ chain }) => chain))].join(", ")}`],
  });
}
