import { type Address, address, type ChainId, type Hex } from "@ryugu/sdk/primitives";
import type { PayoutLog } from "../domain/payout-log.ts";
import type { PayoutLogReader } from "../ports/payout-log-reader.ts";
import {
  decodePayoutLog,
  type PayoutSource,
  SPLIT_CREATED,
  topicsOf,
} from "./decode-payout-log.ts";
import type { Endpoint } from "./endpoint.ts";
import { headerAt } from "./heads.ts";
import { type LogFilter, logsInRange } from "./log-range.ts";
import type { EndpointPool } from "./pool.ts";

/** Addresses in one question: providers take no more than some hundreds. */
const PER_QUESTION = 100;

/** Reads markets, rails and splits through a pool of JSON-RPC endpoints. */
export function rpcPayoutLogReader(chain: ChainId, pool: EndpointPool): PayoutLogReader {
  const read = (from: PayoutSource, filter: LogFilter, first: number, last: number) =>
    pool.agreed((endpoint) => decoded(endpoint, from, filter, first, last));

  return {
    chain,
    block: (number) =>
      pool.agreed(async (endpoint) => {
        const header = await headerAt(endpoint, `0x${number.toString(16)}`);
        return header && { number, hash: header.hash };
      }),
    async splitsMade(factories, from, to) {
      if (factories.length === 0) return [];
      const filter = { addresses: factories, topics: [[SPLIT_CREATED]] };
      return pool.agreed(async (endpoint) =>
        (await logsInRange(endpoint, filter, from, to)).flatMap(({ log }) =>
          log.topics[1] === undefined ? [] : [address(`0x${log.topics[1].slice(26)}`)],
        ),
      );
    },
    async logs({ markets, rails, splits, currencies }, from, to) {
      const found: PayoutLog[] = [];
      for (const [source, addresses] of [
        ["market", markets],
        ["rail", rails],
        ["split", splits],
      ] as const) {
        for (const some of inParts(addresses)) {
          const filter = { addresses: some, topics: [topicsOf(source)] };
          found.push(...(await read(source, filter, from, to)));
        }
      }
      for (const some of inParts(currencies.length === 0 ? [] : splits)) {
        const topics = [topicsOf("currency"), some.map(wordOf)];
        const filter = { addresses: currencies, topics };
        found.push(...(await read("currency", filter, from, to)));
      }
      return found;
    },
  };
}

async function decoded(
  endpoint: Endpoint,
  source: PayoutSource,
  filter: LogFilter,
  from: number,
  to: number,
): Promise<PayoutLog[]> {
  return (await logsInRange(endpoint, filter, from, to))
    .map(({ log, time }) => decodePayoutLog(source, log, time))
    .filter((log) => log !== undefined);
}

function inParts(addresses: readonly Address[]): Address[][] {
  const parts: Address[][] = [];
  for (let at = 0; at < addresses.length; at += PER_QUESTION)
    parts.push(addresses.slice(at, at + PER_QUESTION));
  return parts;
}

const wordOf = (account: Address): Hex => `0x${account.slice(2).toLowerCase().padStart(64, "0")}`;
