import { toQuantity, zeroPadValue } from "ethers";
import { PayoutUnavailableError } from "../../payout/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type LogFilter,
  readLogs,
} from "../../primitives/index.ts";
import type { BlockPlace, ChainLogs } from "./chain-logs.ts";
import { type FactLog, factLogOf, topicOf } from "./events.ts";
import type { FactChain } from "./fact-chain.ts";

/** Blocks that are asked for at once. */
const AT_ONCE = 16;
/** Addresses in one question for logs. */
const MOST_ADDRESSES = 256;

/** All that one chain tells, as it was asked. */
export interface ChainRecord extends ChainLogs {
  readonly chain: FactChain;
}

/** Every transfer of some tokens to some accounts, in the chain's order. */
export async function readTransfers(
  { chain, covered }: ChainRecord,
  tokens: readonly Address[],
  accounts: readonly Address[],
): Promise<FactLog[]> {
  if (tokens.length === 0) return [];
  const { fromBlock, toBlock } = covered;
  const found = await Promise.all(
    groupsOf(accounts).map((group) =>
      find(chain, {
        ...{ fromBlock, toBlock, address: tokens },
        topics: [topicOf("Transfer"), null, group.map((account) => zeroPadValue(account, 32))],
      }),
    ),
  );
  return found.flat().sort((a, b) => a.block - b.block || a.logIndex - b.logIndex);
}

/** Reads everything that one chain tells of payments. */
export async function readChain(chain: FactChain): Promise<ChainRecord> {
  const { provider, fromBlock, markets, rails, splitFactories, gateway } = chain;
  const newest = chain.toBlock ?? Number(await provider.send("eth_blockNumber", []));
  const range = { fromBlock, toBlock: newest };
  const told = (addresses: readonly Address[], names: readonly string[]) =>
    addresses.length === 0
      ? []
      : find(chain, { ...range, address: addresses, topics: [topics(names)] });
  const made = await told(splitFactories, ["SplitCreated"]);
  const splits = new Set(made.map(({ args }) => address(args.split)));
  const found = await Promise.all([
    told(markets, ["Sold", "Refunded"]),
    told(rails, ["SharePaid", "ShareCredited", "PaymentMade", "CreditClaimed"]),
    told(gateway === undefined ? [] : [gateway], GATEWAY_EVENTS),
    ...groupsOf([...splits]).flatMap((group) => [
      told(group, ["Distributed", "Credited", "CreditClaimed", "SharesChanged"]),
      find(chain, {
        ...{ ...range, address: [] },
        topics: [topicOf("Transfer"), group.map((split) => zeroPadValue(split, 32))],
      }),
    ]),
    find(chain, { ...range, address: [], topics: [topicOf("RoyaltiesForwarded")] }),
  ]);
  const logs = [...made, ...found.flat()].sort(
    (a, b) => a.block - b.block || a.logIndex - b.logIndex,
  );
  const blocks = await readBlocks(chain, [...logs.map(({ block }) => block), newest]);
  const last = blocks.get(newest);
  const covered = {
    ...{ id: chain.id, fromBlock, toBlock: newest },
    ...{ toHash: last?.hash as Bytes32, toTime: last?.time ?? 0 },
  };
  return { chain, covered, splits, routers: chain.routers ?? [], logs, blocks };
}

const GATEWAY_EVENTS = [
  "MessageSent",
  "MessagesDelivered",
  "MessageClaimed",
  "MessageParked",
  "MessageRetried",
  "MessageRedirected",
  "MessageReturned",
];
const topics = (names: readonly string[]) => names.map(topicOf);

async function find({ provider }: FactChain, filter: LogFilter): Promise<FactLog[]> {
  const logs = await readLogs(provider, filter);
  return logs.flatMap(({ topics, data, blockNumber, transactionHash, logIndex, ...log }) => {
    const place = { block: Number(blockNumber), logIndex: Number(logIndex) };
    const raw = { topics, data, address: address(log.address), transaction: transactionHash };
    return factLogOf({ ...raw, ...place }) ?? [];
  });
}

function groupsOf(accounts: readonly Address[]): Address[][] {
  const count = Math.ceil(accounts.length / MOST_ADDRESSES);
  return Array.from({ length: count }, (_, i) =>
    accounts.slice(i * MOST_ADDRESSES, (i + 1) * MOST_ADDRESSES),
  );
}

async function readBlocks({ id, provider }: FactChain, numbers: readonly number[]) {
  const wanted = [...new Set(numbers)];
  const blocks = new Map<number, BlockPlace>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    await Promise.all(
      wanted.slice(at, at + AT_ONCE).map(async (number) => {
        const block = await provider.send("eth_getBlockByNumber", [toQuantity(number), false]);
        // Another endpoint behind the same address may be behind the one that gave the logs.
        if (block === null) {
          throw new PayoutUnavailableError("A chain's endpoint lacks a block.", {
            details: [`Chain: ${id}`, `Block: ${number}`],
          });
        }
        blocks.set(number, { hash: bytes32(block.hash), time: Number(block.timestamp) });
      }),
    );
  }
  return blocks;
}
