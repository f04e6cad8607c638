/** The words that the whole model is written in. */

/** CAIP-2, as everywhere in the zone. */
export type ChainId = `eip155:${string}`;
export type Address = `0x${string}`;
/** What names a message, a head or a lane: 32 bytes where the hashing from outside gives them. */
export type Hash = string;
export type Standard = "erc721" | "erc1155" | "erc20";
export type AssetClass = "nft" | "payment" | "crypto" | "prepaid" | "security";

/** Where a collection was born. Everywhere else its tokens are representations. */
export interface Collection {
  readonly homeChain: ChainId;
  readonly homeToken: Address;
}

/** One id of a collection, and how much of it. An ERC-721 has amount 1, an ERC-20 has id 0. */
export interface Asset {
  readonly id: bigint;
  readonly amount: bigint;
}

export const ZERO_ADDRESS: Address = "0x0000000000000000000000000000000000000000";

/** Who holds something: an account, or a vault. */
export type Holder = Address | VaultName;
export type VaultName = `vault of ${ChainId}`;

export const vaultOf = (counterpart: ChainId): VaultName => `vault of ${counterpart}`;

export const collectionKey = ({ homeChain, homeToken }: Collection): string =>
  `${homeChain}/${homeToken}`;

export const assetKey = (collection: Collection, id: bigint): string =>
  `${collection.homeChain}/${collection.homeToken}/${id}`;

export const HOUR = 3_600;
export const DAY = 24 * HOUR;
