import type { Peer, PeerColumn } from "./peers.ts";

/** What a row must not exceed. */
export interface Ceiling {
  row: string;
  gas: number;
  /** The figure of peers that it is to be compared with, where they have one. */
  peers?: { column: PeerColumn; uri: Peer["uri"] };
  /** What the same costs where it is not a bridge's business. */
  beside?: { name: string; gas: number };
}

const base = (column: PeerColumn): Pick<Ceiling, "peers"> => ({ peers: { column, uri: "base" } });
const cid = (column: PeerColumn): Pick<Ceiling, "peers"> => ({ peers: { column, uri: "CID" } });

/**
 * 0xSplits v2 pushes, where one blocked payee reverts it for all, or lets each payee pull, which costs each a transaction more;
 * three levels take four transactions.
 */
const splits = (gas: number, pull?: string): Pick<Ceiling, "beside"> => ({
  beside: { name: pull === undefined ? "0xSplits v2" : `0xSplits v2; ${pull} to be pulled`, gas },
});

/** 3 of 5 validators, every safeguard on. */
export const CEILINGS: readonly Ceiling[] = [
  { row: "send, base", gas: 92_000, ...base("send") },
  { row: "send, CID", gas: 97_000, ...cid("send") },
  { row: "deliver, base", gas: 118_000, ...base("deliver") },
  { row: "deliver, CID", gas: 142_000, ...cid("deliver") },
  { row: "deliver, first of a collection, base", gas: 300_000, ...base("first") },
  { row: "deliver, first of a collection, CID", gas: 320_000, ...cid("first") },
  { row: "deliver ×10, each, base", gas: 45_000, ...base("tenEach") },
  { row: "deliver ×10, each, CID", gas: 68_000, ...cid("tenEach") },
  { row: "deliver ×50, each, base", gas: 42_000 },
  { row: "deliver ×50, each, CID", gas: 63_000 },
  { row: "claim, 15 hashes to the checkpoint, base", gas: 150_000 },
  { row: "claim, at the checkpoint, base", gas: 150_000 },
  { row: "claim, 15 hashes to the checkpoint, CID", gas: 175_000 },
  { row: "claim, at the checkpoint, CID", gas: 175_000 },
  { row: "send one message of ten, each, base", gas: 35_000 },
  { row: "send one message of ten, each, CID", gas: 46_000 },
  { row: "deliver one message of ten, each, base", gas: 42_000 },
  { row: "deliver one message of ten, each, CID", gas: 64_000 },
  { row: "burn send, base", gas: 75_000, ...base("burnSend") },
  { row: "burn send, CID", gas: 75_000, ...cid("burnSend") },
  { row: "release, base", gas: 108_000, ...base("release") },
  { row: "release, CID", gas: 108_000, ...cid("release") },
  { row: "release ×10, each, base", gas: 35_000 },
  { row: "release ×10, each, CID", gas: 35_000 },
  { row: "buy by order, seller alone", gas: 180_000 },
  { row: "buy by order, seller and royalty", gas: 200_000 },
  { row: "buy by order, royalty to a split of three", gas: 230_000 },
  { row: "buy a voucher", gas: 220_000 },
  {
    row: "yen moved by authorization",
    gas: 81_000,
    beside: { name: "JPYC, relayed transfer", gas: 81_242 },
  },
  { row: "distribute, 2 payees", gas: 65_000, ...splits(67_674, "87,557") },
  { row: "distribute, 5 payees", gas: 95_000, ...splits(98_406, "115,816") },
  { row: "distribute, 20 payees", gas: 240_000, ...splits(252_050, "257,070") },
  { row: "distribute, three levels of splits", gas: 190_000, ...splits(272_712) },
  { row: "claim a credit by signature", gas: 85_000 },
  { row: "create a split, 2 payees", gas: 100_000, ...splits(183_270) },
  { row: "create a split, 5 payees", gas: 120_000, ...splits(191_196) },
  { row: "create a split, 20 payees", gas: 230_000, ...splits(230_862) },
];
