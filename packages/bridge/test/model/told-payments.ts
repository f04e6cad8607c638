import {
  erc20RailAbi,
  marketAbi,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
} from "@ryugu/contracts";
import { type Address, bytes32, type Hex, hex, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { decodePayoutLog } from "../../src/chain/decode-payout-log.ts";
import type { KeptLog } from "../../src/domain/kept-log.ts";
import { factsOf, type IndexedCurrency } from "../../src/domain/payout-facts.ts";
import type { PayoutIndexUpdate } from "../../src/ports/payout-index-store.ts";
import { accountOf, at, word } from "./messages.ts";
import { BUYER, COLLECTION, MARKET, RAIL, SELLER, YEN } from "./payouts.ts";

const TOKEN = ["event Transfer(address indexed from, address indexed to, uint256 amount)"];
const ABIS = {
  market: new Interface(marketAbi),
  rail: new Interface(erc20RailAbi),
  split: new Interface(splitAbi),
  currency: new Interface(TOKEN),
  factory: new Interface(splitFactoryAbi),
  router: new Interface(royaltyRouterAbi),
};

/** One log of a transaction: who says what. */
export interface Saying {
  source: keyof typeof ABIS;
  by: Address;
  event: string;
  values: readonly unknown[];
  about?: KeptLog["about"];
}

/** A transaction's logs as a chain has them. */
export function keptLogs(block: number, sayings: readonly Saying[], tx = `tx ${block}`): KeptLog[] {
  return sayings.map(({ source, by, event, values, about }, logIndex) => {
    const { topics, data } = ABIS[source].encodeEventLog(event, [...values]);
    return {
      address: by,
      topics: topics.map(bytes32),
      data: hex(data),
      ...(about === undefined ? {} : { about }),
      at: { ...at(block, logIndex), transaction: word(tx) },
    };
  });
}

/** What an index makes of such transactions, as the indexer does. */
export function indexed(
  transactions: readonly { block: number; sayings: readonly Saying[]; tx?: string }[],
): Pick<PayoutIndexUpdate, "kept" | "royaltiesSent" | "splits" | "sales" | "refunds" | "entries"> {
  const all = transactions.flatMap(({ block, sayings, tx }) => {
    const logs = keptLogs(block, sayings, tx);
    return sayings.map((saying, i) => ({ saying, log: logs[i] as KeptLog }));
  });
  const told = all.flatMap(({ saying: { source }, log }) => {
    if (source === "factory" || source === "router") return [];
    const { at: place, address, topics, data } = log;
    const { block: blockNumber, blockHash, transaction: transactionHash, logIndex } = place;
    const raw = { blockNumber, blockHash, transactionHash, logIndex };
    const words = topics.map(bytes32);
    return (
      decodePayoutLog(
        source,
        { address: address as Hex, topics: words, data, ...raw },
        place.time,
      ) ?? []
    );
  });
  const of = (isRouter: boolean) =>
    all.filter(({ saying }) => (saying.source === "router") === isRouter).map(({ log }) => log);
  return {
    kept: of(false),
    royaltiesSent: of(true),
    splits: all.flatMap(({ saying }) =>
      saying.source === "factory" ? [saying.values[0] as Address] : [],
    ),
    ...factsOf(told, [RAIL]),
  };
}

/** Yen as it stands on the chain that it was born on. */
export const yenAt = (homeChain: IndexedCurrency["homeChain"]): IndexedCurrency[] => [
  { address: YEN, homeChain, homeToken: YEN },
];

export interface ToldSale {
  block: number;
  price: bigint;
  /** Who gets the royalty of 5 percent; nobody by default. */
  creator?: Address;
  seller?: Address;
  /** Whom the rail could not pay. */
  credited?: Address;
  sponsor?: string;
  currency?: Address;
  tokenId?: bigint;
}

/** A sale that a rail pays: to each who has a part, whoever they are. */
export function toldSale(sale: ToldSale): { block: number; sayings: Saying[] } {
  const { block, price, creator, seller = SELLER, credited, currency = YEN, tokenId = 7n } = sale;
  const sponsor = sale.sponsor ?? `0x${"00".repeat(32)}`;
  const intermediary = sale.sponsor === undefined ? ZERO_ADDRESS : accountOf("intermediary");
  const royalty = creator === undefined ? 0n : price / 20n;
  const purpose = word(`purpose ${block}`);
  const money = [
    ...[RAIL, currency, price, creator ?? ZERO_ADDRESS, royalty],
    ...[intermediary, sponsor, 0n, seller],
  ];
  const parts: [Address, bigint][] = [
    ...(creator === undefined ? [] : ([[creator, royalty]] as [Address, bigint][])),
    [seller, price - royalty],
  ];
  const goods = [0, COLLECTION, tokenId, 1n];
  const sold = [word(`order ${block}`), purpose, seller, BUYER, BUYER, ...goods, money];
  return {
    block,
    sayings: [
      { source: "market", by: MARKET, event: "Sold", values: sold },
      ...parts.map(
        ([payee, amount]): Saying => ({
          ...{ source: "rail", by: RAIL, values: [purpose, payee, currency, amount] },
          event: payee === credited ? "ShareCredited" : "SharePaid",
        }),
      ),
      {
        ...{ source: "rail", by: RAIL, event: "PaymentMade" },
        values: [purpose, BUYER, MARKET, currency, price, false],
      },
    ],
  };
}

/** That a split was made. */
export function toldSplit(split: Address, payees: readonly Address[], block: number) {
  const list = payees.map((payee) => ({ payee, weight: 1, nested: false }));
  const values = [split, ZERO_ADDRESS, list];
  const made: Saying = {
    source: "factory",
    by: accountOf("factory"),
    event: "SplitCreated",
    values,
    about: split,
  };
  return { block, sayings: [made], tx: `made ${split}` };
}

/** That a split divided an amount, equally. */
export function toldDivision(split: Address, payees: readonly [Address, bigint][], block: number) {
  const amount = payees.reduce((sum, [, part]) => sum + part, 0n);
  const moved = payees.map(
    ([payee, part]): Saying => ({
      ...{ source: "currency", by: YEN, event: "Transfer", values: [split, payee, part] },
    }),
  );
  const divided: Saying = {
    ...{ source: "split", by: split, event: "Distributed", values: [YEN, amount, false] },
  };
  return { block, sayings: [...moved, divided] };
}

/** That a payee took what waited for them in the rail. */
export function toldClaim(payee: Address, to: Address, amount: bigint, block: number) {
  const values = [YEN, payee, to, amount];
  const claim: Saying = { source: "rail", by: RAIL, event: "CreditClaimed", values };
  return { block, sayings: [claim] };
}
