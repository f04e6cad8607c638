import type { Address, AssetStandard, Bytes32, ChainId, Hex } from "../primitives/index.ts";

/** The version that every message of this protocol begins with. */
export const PROTOCOL_VERSION = 1;

/** A message's kind by its byte on the wire. */
export const MESSAGE_KINDS = { transfer: 1, forward: 2, return: 3, collection: 4 } as const;
/** A token standard by its byte on the wire. */
export const STANDARDS = { erc721: 1, erc1155: 2, erc20: 3 } as const;
/** An asset class by its byte on the wire. */
export const ASSET_CLASSES = { nft: 1, payment: 2, crypto: 3, prepaid: 4, security: 5 } as const;
/** Why a Return was sent, by its byte on the wire. */
export const RETURN_REASONS = { expired: 1 } as const;
/** How a token's URI is made, by its byte on the wire. */
export const METADATA_FORMS = {
  none: 0,
  constant: 1,
  decimal: 2,
  hex: 3,
  cidV0: 4,
  cidV1Raw: 5,
  cidV1DagPb: 6,
  exact: 255,
} as const;

/** Bounds of the protocol; see docs/reference/protocol.md. Lengths are in bytes. */
export const LIMITS = {
  assets: 16,
  refreshes: 16,
  reference: 32,
  name: 128,
  symbol: 32,
  prefix: 512,
  suffix: 128,
  contractUri: 1_024,
  exactUri: 1_024,
  exactUrisTotal: 4_096,
} as const;

export type MessageKind = keyof typeof MESSAGE_KINDS;
export type AssetClass = keyof typeof ASSET_CLASSES;
export type ReturnReason = keyof typeof RETURN_REASONS;
export type MetadataForm = keyof typeof METADATA_FORMS;

/** How a token's URI is carried: a form, and the number of the metadata record it refers to. */
export type CarriedMetadata =
  | { form: "none" }
  | { form: "constant" | "decimal" | "hex"; record: number }
  | { form: "cidV0" | "cidV1Raw" | "cidV1DagPb"; record: number; digest: Bytes32 }
  | { form: "exact"; record: number; uri: Uint8Array };

/** One asset in a message. An ERC-721 has no amount, an ERC-20 no id. */
export interface CarriedAsset {
  id: bigint;
  amount: bigint;
  metadata: CarriedMetadata;
}

/** Moves assets to the lane's destination, or through it (home) to a third chain. */
export interface TransferMessage {
  kind: "transfer" | "forward";
  standard: AssetStandard;
  /** Unix seconds, absolute for the whole path. */
  deadline: number;
  homeChain: ChainId;
  homeToken: Address;
  sourceChain: ChainId;
  sender: Address;
  refundAccount: Address;
  destinationChain: ChainId;
  recipient: Address;
  /** 0 to 32 bytes, opaque to the protocol. */
  reference: Hex;
  assets: CarriedAsset[];
}

/** Gives back what a transfer that ended undelivered had carried. */
export interface ReturnMessage {
  kind: "return";
  standard: AssetStandard;
  reason: ReturnReason;
  homeChain: ChainId;
  homeToken: Address;
  refundChain: ChainId;
  refundAccount: Address;
  /** The message id of the transfer that ended. */
  returnedId: Bytes32;
  assets: CarriedAsset[];
}

/** What representations of a collection say about themselves. Texts are the home's exact bytes. */
export interface CollectionMessage {
  kind: "collection";
  standard: AssetStandard;
  class: AssetClass;
  homeChain: ChainId;
  homeToken: Address;
  /** The metadata record that this message defines; 0 defines none. */
  record: number;
  royaltyReceiver: Address;
  /** Hundredths of a percent of the sale price. */
  royaltyBps: number;
  decimals: number;
  name: Uint8Array;
  symbol: Uint8Array;
  prefix: Uint8Array;
  suffix: Uint8Array;
  contractUri: Uint8Array;
  refreshes: { id: bigint; metadata: CarriedMetadata }[];
}

/** Everything that can stand in a lane. */
export type Message = TransferMessage | ReturnMessage | CollectionMessage;
