import { type Address, address, type Bytes32, type ChainId, type Hex } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../domain/kept-log.ts";
import type { PayoutLogReader, ReadPayouts } from "../ports/payout-log-reader.ts";
import {
  decodePayoutLog,
  type PayoutSource,
  ROYALTIES_FORWARDED,
  SHARES_CHANGED,
  SPLIT_CREATED,
  TRANSFER,
  topicsOf,
} from "./decode-payout-log.ts";
import type { Endpoint } from "./endpoint.ts";
import { headerAt } from "./heads.ts";
import { type LogFilter, logsInRange } from "./log-range.ts";
import type { EndpointPool } from "./pool.ts";
import type { RpcLog } from "./rpc-shapes.ts";

/** Addresses in one question: providers take no more than some hundreds. */
const PER_QUESTION = 100;

/** Reads markets, rails and splits through a pool of JSON-RPC endpoints. */
export function rpcPayoutLogReader(chain: ChainId, pool: EndpointPool): PayoutLogReader {
  const read = (from: PayoutSource, filter: LogFilter, first: number, last: number) =>
    pool.agreed((endpoint) => decoded(endpoint, from, filter, first, last));
  const keep = (filter: LogFilter, first: number, last: number) =>
    pool.agreed(async (endpoint) =>
      (await logsInRange(endpoint, filter, first, last)).map(({ log, time }) => kept(log, time)),
    );

  return {
    chain,
    block: (number) => pool.agreed((endpoint) => headerAt(endpoint, `0x${number.toString(16)}`)),
    async splitsMade(factories, from, to) {
      if (factories.length === 0) return [];
      const logs = await keep({ addresses: factories, topics: [[SPLIT_CREATED]] }, from, to);
      return logs.flatMap((log) => {
        const [, topic] = log.topics;
        if (topic === undefined) return [];
        const split = address(`0x${topic.slice(26)}`);
        return [{ split, log: { ...log, about: split } }];
      });
    },
    async logs({ markets, rails, splits, currencies }, from, to) {
      const found: ReadPayouts = { told: [], kept: [] };
      const add = async (source: PayoutSource, filter: LogFilter) => {
        const { told, kept } = await read(source, filter, from, to);
        found.told.push(...told);
        found.kept.push(...kept);
      };
      for (const [source, addresses] of [
        ["market", markets],
        ["rail", rails],
        ["split", splits],
      ] as const) {
        for (const some of inParts(addresses))
          await add(source, { addresses: some, topics: [topicsOf(source)] });
      }
      for (const some of inParts(currencies.length === 0 ? [] : splits)) {
        const topics = [topicsOf("currency"), some.map(wordOf)];
        await add("currency", { addresses: currencies, topics });
      }
      return found;
    },
    royaltiesSent: (from, to) =>
      keep({ addresses: undefined, topics: [[ROYALTIES_FORWARDED]] }, from, to),
    transfersTo: (token, account, block) =>
      keep({ addresses: [token], topics: [[TRANSFER], null, [wordOf(account)]] }, block, block),
  };
}

async function decoded(
  endpoint: Endpoint,
  source: PayoutSource,
  filter: LogFilter,
  from: number,
  to: number,
): Promise<ReadPayouts> {
  const logs = await logsInRange(endpoint, filter, from, to);
  return {
    told: logs
      .map(({ log, time }) => decodePayoutLog(source, log, time))
      .filter((log) => log !== undefined),
    kept: logs.map(({ log, time }) => kept(log, time)),
  };
}

/** A log as it is kept. A list is looked up by its split; royalties by their message, which the data ends with. */
function kept(log: RpcLog, time: number): KeptLog {
  const source = address(log.address);
  const [topic] = log.topics;
  const about =
    topic === SHARES_CHANGED
      ? source
      : topic === ROYALTIES_FORWARDED
        ? (`0x${log.data.slice(-64)}` as Bytes32)
        : undefined;
  return {
    address: source,
    topics: log.topics,
    data: log.data,
    ...(about === undefined ? {} : { about }),
    at: {
      block: log.blockNumber,
      blockHash: log.blockHash,
      time,
      transaction: log.transactionHash,
      logIndex: log.logIndex,
    },
  };
}

function inParts(addresses: readonly Address[]): Address[][] {
  const parts: Address[][] = [];
  for (let at = 0; at < addresses.length; at += PER_QUESTION)
    parts.push(addresses.slice(at, at + PER_QUESTION));
  return parts;
}

const wordOf = (account: Address): Hex => `0x${account.slice(2).toLowerCase().padStart(64, "0")}`;
