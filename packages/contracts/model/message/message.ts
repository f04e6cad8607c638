import type { Address, AssetClass, ChainId, Hash, Standard } from "../words.ts";

/**
 * What stands in lanes, field by field as docs/reference/protocol.md has it. Texts are strings here and UTF-8 on the
 * wire; otherwise the shapes are those that the SDK encodes, so that a simulation can serve the exact bytes.
 */
export type Message = TransferMessage | ReturnMessage | CollectionMessage;
/** Messages that carry assets. */
export type CarryingMessage = TransferMessage | ReturnMessage;

export interface TransferMessage {
  readonly kind: "transfer" | "forward";
  readonly standard: Standard;
  /** Unix seconds, absolute for the whole path. */
  readonly deadline: number;
  readonly homeChain: ChainId;
  readonly homeToken: Address;
  readonly sourceChain: ChainId;
  readonly sender: Address;
  readonly refundAccount: Address;
  readonly destinationChain: ChainId;
  readonly recipient: Address;
  /** Hexadecimal, 0 to 32 bytes. */
  readonly reference: Address | "0x";
  readonly assets: readonly CarriedAsset[];
}

export interface ReturnMessage {
  readonly kind: "return";
  readonly standard: Standard;
  readonly reason: "expired";
  readonly homeChain: ChainId;
  readonly homeToken: Address;
  readonly refundChain: ChainId;
  readonly refundAccount: Address;
  /** The id of the Transfer or Forward that ended. */
  readonly returnedId: Hash;
  readonly assets: readonly CarriedAsset[];
}

export interface CollectionMessage {
  readonly kind: "collection";
  readonly standard: Standard;
  readonly class: AssetClass;
  readonly homeChain: ChainId;
  readonly homeToken: Address;
  /** The metadata record that this message defines; 0 defines none. */
  readonly record: number;
  readonly royaltyReceiver: Address;
  readonly royaltyBps: number;
  readonly decimals: number;
  readonly name: string;
  readonly symbol: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly contractUri: string;
  readonly refreshes: readonly Refresh[];
}

export interface CarriedAsset {
  readonly id: bigint;
  readonly amount: bigint;
  readonly metadata: CarriedMetadata;
}

export interface Refresh {
  readonly id: bigint;
  readonly metadata: CarriedMetadata;
}

/** How a token's URI is carried. */
export type CarriedMetadata =
  | { readonly form: "none" }
  | { readonly form: "constant" | "decimal" | "hex"; readonly record: number }
  | {
      readonly form: "cidV0" | "cidV1Raw" | "cidV1DagPb";
      readonly record: number;
      readonly digest: string;
    }
  | { readonly form: "exact"; readonly record: number; readonly uri: string };

/** What a record says: the fixed parts of URIs, and the royalty. */
export interface MetadataRecord {
  readonly prefix: string;
  readonly suffix: string;
  readonly royaltyReceiver: Address;
  readonly royaltyBps: number;
}

export const NO_METADATA: CarriedMetadata = { form: "none" };
export const MOST_ASSETS = 16;
