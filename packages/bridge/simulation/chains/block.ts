import type { Action, Chain } from "@ryugu/contracts/model";
import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";

/** A log as JSON-RPC sends it. */
export interface SimLog {
  address: Address;
  topics: Bytes32[];
  data: Hex;
  blockNumber: Hex;
  blockHash: Bytes32;
  transactionHash: Bytes32;
  logIndex: Hex;
  blockTimestamp: Hex;
}

/** A relayer's transaction, as a chain's nodes read it from its bytes. */
export interface SimTransaction {
  hash: Bytes32;
  from: Address;
  nonce: number;
  maxFee: bigint;
  to: Hex;
  data: Hex;
}

/** What a block does: somebody's call, made when its turn comes, or a relayer's transaction. */
export type Item =
  | { kind: "call"; who: string; make: (now: number) => Action | undefined }
  | { kind: "transaction"; transaction: SimTransaction };

export interface SimBlock {
  number: number;
  hash: Bytes32;
  /** Unix seconds. */
  time: number;
  baseFee: bigint;
  logs: readonly SimLog[];
  items: readonly Item[];
  /** The transactions in it, and whether they did what they should. */
  receipts: ReadonlyMap<Bytes32, boolean>;
  /** After the block. Nothing reaches it any more. */
  state: Chain;
  nonces: ReadonlyMap<Address, number>;
}

/** 32 bytes that only a text makes, for what needs no real hash. */
export function nameAsWord(kind: number, ...numbers: readonly number[]): Bytes32 {
  const digits = [kind, ...numbers].map((number) => number.toString(16).padStart(12, "0")).join("");
  return `0x${digits.padStart(64, "0")}` as Bytes32;
}

export const quantity = (value: number | bigint): Hex => `0x${value.toString(16)}`;
