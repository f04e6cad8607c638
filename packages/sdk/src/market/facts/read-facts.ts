import { gatewayAbi } from "@ryugu/contracts";
import { Contract } from "ethers";
import { STANDARDS } from "../../lane/index.ts";
import type { ChainFacts, CoveredChain } from "../../payout/statement/index.ts";
import {
  type Address,
  address,
  type ChainId,
  chainNumber,
  ZERO_ADDRESS,
} from "../../primitives/index.ts";
import type { FactChain } from "./fact-chain.ts";
import { factsOfLogs } from "./facts-of-logs.ts";
import { readChain, readTransfers } from "./read-chain.ts";

/** What is read for facts. */
export interface FactQuery {
  readonly chains: readonly FactChain[];
  /** Told of each chain when its logs are read: reading may take minutes. */
  readonly onChain?: (covered: CoveredChain) => void;
}

/**
 * Reads what chains tell of sales, payments, refunds, claims, and money that splits and routers pass on, from their logs alone: what
 * `deriveStatement` and `chainTotals` are made from. Royalties that crossed are followed from the sale to whom they are for, where
 * both chains are read.
 *
 * Money in a split or router is of what came first. What no payment explains came from elsewhere: then a batch's sources sum to less
 * than it. Whose word counts is the caller's to say: see {@link FactChain}.
 *
 * @throws LogsRefusedError where an endpoint gives logs over too few blocks, PayoutUnavailableError where it lacks a block, and
 * whatever a provider throws
 *
 * @example
 * const facts = await readFacts({ chains: [{ id, provider, fromBlock, markets: [market], rails: [rail], splitFactories: [factory] }] });
 * const statement = deriveStatement(facts, request);
 */
export async function readFacts({ chains, onChain }: FactQuery): Promise<ChainFacts> {
  const records = await Promise.all(
    chains.map(async (chain) => {
      const record = await readChain(chain);
      onChain?.(record.covered);
      return record;
    }),
  );
  const recordOf = (id: ChainId) => records.find(({ chain }) => chain.id === id);
  return await factsOfLogs(records, {
    async currencyOn(id, homeChain, homeToken) {
      const record = recordOf(id);
      return record === undefined ? ZERO_ADDRESS : tokenOn(record.chain, homeChain, homeToken);
    },
    async transfers(id, tokens, accounts) {
      const record = recordOf(id);
      return record === undefined ? [] : readTransfers(record, tokens, accounts);
    },
  });
}

/** A token as it stands on a chain: itself at home, what stands for it elsewhere. */
async function tokenOn(
  { id, gateway = ZERO_ADDRESS, provider }: FactChain,
  homeChain: ChainId,
  homeToken: Address,
): Promise<Address> {
  if (id === homeChain) return homeToken;
  const ask = new Contract(gateway, gatewayAbi, provider).getFunction("representationOf");
  return address(await ask(chainNumber(homeChain), homeToken, STANDARDS.erc20));
}
