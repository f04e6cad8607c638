import type { Address, AssetStandard, ChainId } from "@ryugu/sdk/primitives";
import type { Backing } from "../domain/reserves.ts";
import type { AuditStore, ChainPair, PairHeights } from "./audit-store.ts";

/** A collection that somebody has to do with. */
export interface KnownCollection {
  homeChain: ChainId;
  homeToken: Address;
  standard: AssetStandard;
  /** ERC-1155 ids that messages of theirs have carried; empty otherwise. */
  ids: bigint[];
}

/** What is on its way to one holder, of one collection. Units. */
export interface InTransit {
  backing: Backing;
  inFlightOut: bigint;
  inFlightBack: bigint;
  parkedOut: bigint;
  parkedBack: bigint;
}

/** Read for certificates. Only final facts count, and only up to the heights given; none where one is not read now. */
export interface CertificateStore extends Pick<AuditStore, "cursor" | "lanes" | "laneCut"> {
  /** Collections that messages of a holder have carried, newest first. */
  collectionsOf(holder: Address, limit: number): Promise<KnownCollection[]>;
  /** What a pair's lanes are bringing a holder, or giving back to them. */
  inTransitTo(pair: ChainPair, holder: Address, at: PairHeights): Promise<InTransit[] | undefined>;
}
