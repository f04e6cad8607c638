import type { Account, Side, SplitShare } from "./words.ts";

/** A yen token on one chain: born there, or standing for the other chain's. */
export interface StageToken {
  readonly address: Account;
  /** The same money on the other chain. */
  readonly twin: Account;
  readonly isHome: boolean;
}

/** A collection as it is sold on one chain. */
export interface StageCollection {
  readonly side: Side;
  readonly address: Account;
  readonly kind: "erc721" | "erc1155" | "voucher";
  /** The first of the tokens that are here. */
  readonly firstToken: bigint;
  /** Who may sign vouchers. */
  readonly owner: Account;
  /** What it asks of a sale; of a representation the receiver is a router. */
  readonly royalty?: { readonly receiver: Account; readonly bps: bigint };
}

/** A split by its list. It stands at one address on both chains, once it is made there. */
export interface StageSplit {
  readonly address: Account;
  readonly owner?: Account;
  readonly shares: readonly SplitShare[];
}

/** What stands on one chain. */
export interface StageSide {
  readonly market: Account;
  /** Carries the tokens. */
  readonly rail: Account;
  /** The prepaid ledger: a rail that is its own currency. */
  readonly ledger: Account;
  readonly cap: Account;
  /** Holds the tokens of here that are on the other chain. */
  readonly vault: Account;
  readonly tokens: readonly StageToken[];
  /** Routers that gather royalties here, and whose they are on the other chain. */
  readonly routers: ReadonlyMap<Account, Account>;
}

/** What is there before anything happens. */
export interface Stage {
  readonly people: readonly Account[];
  readonly sides: Readonly<Record<Side, StageSide>>;
  readonly splits: readonly StageSplit[];
  readonly collections: readonly StageCollection[];
  /** Who owns which token of the ERC-721 collections, and how many units, at the beginning. */
  readonly holdings: readonly Holding[];
  /** Unix seconds. */
  readonly start: number;
}

export interface Holding {
  readonly side: Side;
  readonly collection: Account;
  readonly tokenId: bigint;
  readonly holder: Account;
  readonly count: number;
}

/** What an account of the prepaid ledger may hold to spend. */
export const HOLDING_LIMIT = 1_000_000n;
