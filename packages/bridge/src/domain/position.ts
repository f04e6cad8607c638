import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";

/** A block, named by its height and its hash: the hash tells one fork from another. */
export interface BlockRef {
  number: number;
  hash: Bytes32;
}

/** A block with what the node needs of its header. */
export interface BlockHeader extends BlockRef {
  /** Unix seconds. */
  time: number;
  /** Wei; absent on a chain without EIP-1559. */
  baseFee?: bigint;
}

/** Where a log stands on its chain. */
export interface LogPosition {
  block: number;
  blockHash: Bytes32;
  /** Unix seconds of the block. */
  time: number;
  transaction: Bytes32;
  /** Its place among all logs of the block. */
  logIndex: number;
}

/** How far a chain has been read. */
export interface ChainCursor {
  chain: ChainId;
  /** Every final fact up to this block is stored. */
  final: BlockRef;
  /** Every fact up to this block is stored as seen. */
  seen: BlockRef;
  /** The newest block that was known when the chain was last looked at. */
  latest: BlockHeader;
}
