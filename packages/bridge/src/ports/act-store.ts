import type { Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";

/** A call other than a delivery that this node wants on a chain. Whoever holds the account that pays lands it. */
export interface Act {
  /** Names the act for ever: one that is asked for twice is landed once. */
  id: string;
  chain: ChainId;
  to: Hex;
  data: Hex;
  /** Wei sent along, in decimal digits; nothing where absent. */
  value?: string;
  /** Unix milliseconds after which it is of no use. */
  expires: number;
}

/** How a wanted act ended. */
export type ActEnd =
  | { state: "landed"; transaction: Bytes32 }
  | { state: "refused"; reason: string };

/** Where roles leave what they want done on chains, and the relayer finds it. */
export interface ActStore {
  /** Does nothing where an act of this id is wanted or has ended. */
  wantAct(act: Act): Promise<void>;
  /** Acts of a chain that have not ended, oldest first. */
  wantedActs(chain: ChainId): Promise<Act[]>;
  /** Notes how an act ended: it is wanted no more. */
  endAct(id: string, end: ActEnd): Promise<void>;
  /** How an act ended; undefined while it is wanted, or where nobody ever wanted it. */
  actEnd(id: string): Promise<ActEnd | undefined>;
}
