import type { ChainId } from "@ryugu/sdk/primitives";
import {
  type IssuerCheckOptions,
  type IssuerReserveReport,
  readContractSignature,
  readOutstanding,
} from "@ryugu/sdk/reserves";
import { readEndpoints } from "../../chain/endpoints.ts";
import { type ConnectedChain, FailoverProvider } from "../../chain/failover-provider.ts";
import type { Cli } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { faint } from "../../output/style.ts";
import { assertRightChain } from "../../zone/founding/open-chains.ts";

/** What chains say of a report; nothing where none was asked. */
export type IssuerFacts = Pick<IssuerCheckOptions, "onChain" | "contractSigned">;

/**
 * Asks the chains that endpoints were named for what is outstanding at the report's blocks, and, where the issuer's account is a
 * contract there, whether it signed. Several endpoints of one chain are asked in turn.
 *
 * @param endpoints - as typed: `eip155:1=https://rpc.example`
 * @throws UsageError, EndpointWrongChainError, ChainUnavailableError, IssuerFactUnreadError
 */
export async function readFacts(
  cli: Cli,
  report: IssuerReserveReport,
  endpoints: readonly string[],
): Promise<IssuerFacts> {
  const chains = readEndpoints(endpoints);
  for (const { id } of chains) assertNamed(report, id);
  if (chains.length === 0) return {};
  const found = await Promise.all(
    chains.map(async (chain) => {
      cli.output.progress(faint(`Asking ${chain.id} …`));
      await assertRightChain(cli, chain);
      return askOne(report, chain);
    }),
  );
  const contractSigned = found.map(({ signed }) => signed).find((signed) => signed !== undefined);
  return {
    onChain: found.flatMap(({ facts }) => facts),
    ...(contractSigned !== undefined && { contractSigned }),
  };
}

async function askOne(report: IssuerReserveReport, chain: ConnectedChain) {
  const provider = new FailoverProvider(chain);
  try {
    const mine = report.outstanding.filter((each) => each.chain === chain.id);
    const [facts, signed] = await Promise.all([
      Promise.all(mine.map((each) => readOutstanding(each, provider))),
      report.issuer.chain === chain.id ? readContractSignature(report, provider) : undefined,
    ]);
    return { facts, signed };
  } finally {
    provider.destroy();
  }
}

function assertNamed({ outstanding, issuer }: IssuerReserveReport, id: ChainId): void {
  const named = new Set(outstanding.map(({ chain }) => chain));
  if (issuer.chain !== undefined) named.add(issuer.chain);
  if (named.has(id)) return;
  throw new UsageError(`The report names nothing on ${id}.`, {
    details: [`It names: ${[...named].join(", ")}`],
  });
}
