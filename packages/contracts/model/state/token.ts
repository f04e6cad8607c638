import type { CarriedMetadata, MetadataRecord } from "../message/message.ts";
import type { Address, AssetClass, Standard } from "../words.ts";

/** A collection on the chain where it was born, as its contract describes it. */
export interface HomeToken {
  readonly standard: Standard;
  readonly name: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly contractUri: string;
  readonly royaltyReceiver: Address;
  readonly royaltyBps: number;
  /** What tokens without a URI of their own say; `{decimal}` stands for their id. */
  readonly uriTemplate: string;
  readonly uris: Map<bigint, string>;
}

/** What stands for a collection elsewhere. */
export interface Representation {
  readonly standard: Standard;
  readonly class: AssetClass;
  readonly name: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly contractUri: string;
  /** The order (anchor, then sequence) of the Collection message that said so; older ones only define their record. */
  readonly toldBy: number;
  readonly records: Map<number, MetadataRecord>;
  /** What each id carries. It stays when the token leaves. */
  readonly metadata: Map<bigint, CarriedMetadata>;
}

/** A token's URI at home. */
export const uriOf = (token: HomeToken, id: bigint): string =>
  token.uris.get(id) ?? token.uriTemplate.replaceAll("{decimal}", id.toString());
