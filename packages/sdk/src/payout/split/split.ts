import type { Address } from "../../primitives/index.ts";
import type { SplitShare } from "./share.ts";

/** A split as it stands on its chain. */
export interface Split {
  readonly address: Address;
  /** By which whatever comes is divided; an owner may have changed it. */
  readonly shares: readonly SplitShare[];
  /** Who may change the list; undefined where nobody can. */
  readonly owner: Address | undefined;
  /** Who was offered to become the owner. */
  readonly nextOwner: Address | undefined;
}

/** What a split has of one currency. */
export interface SplitBalance {
  /** What would be divided now, in the currency's units. */
  readonly undistributed: bigint;
  /** A division in parts that is under way: what it divides in all, and how many payees have had theirs. */
  readonly openRound: { readonly amount: bigint; readonly paid: number } | undefined;
}
