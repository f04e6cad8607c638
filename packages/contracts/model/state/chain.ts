import type { Signature } from "../message/signature.ts";
import type { Address, AssetClass, ChainId, Hash, Holder } from "../words.ts";
import type { IncomingLane, OutgoingLane, ParkedMessage } from "./lane.ts";
import type { HomeToken, Representation } from "./token.ts";
import type { ValidatorSet } from "./validator-set.ts";

/** One chain: its gateway's state, its tokens, and who holds what there. */
export interface Chain {
  readonly id: ChainId;
  readonly gateway: Address;

  /** Collections born here. */
  readonly tokens: Map<Address, HomeToken>;
  /** What stands here for collections born elsewhere, by collection. */
  readonly representations: Map<string, Representation>;
  /** By asset, then by holder. Home tokens and representations alike; vaults hold only what was born here. */
  readonly holdings: Map<string, Map<Holder, bigint>>;
  /** What was ever minted here of assets born here. */
  readonly minted: Map<string, bigint>;
  /** Fungible units that somebody put into a vault without the gateway; owed to nobody. */
  readonly strays: Map<string, bigint>;
  /** The chain's coin that fees brought in, by collector. */
  readonly fees: Map<Address, bigint>;

  readonly outgoing: Map<ChainId, OutgoingLane>;
  readonly incoming: Map<ChainId, IncomingLane>;
  readonly parked: Map<Hash, ParkedMessage>;
  /**
   * Messages that ended out of order, by claim or on a fork that was lost since, with the anchor under which they did, plus
   * one, as gateways keep it.
   */
  readonly spent: Map<Hash, number>;
  /** How each message that is over here ended. A list, so that a second ending would show. */
  readonly endings: Map<Hash, Ending[]>;
  /** Send intents that were used or voided, as `sender nonce`. */
  readonly usedNonces: Map<string, true>;
  /** Sends of home tokens, as `sender counterpart day`. */
  readonly sends: Map<string, number>;

  council: Council;
  /** Classes of ERC-20 tokens born here that the council listed. */
  readonly listed: Map<Address, AssetClass>;
  /** How much of each collection may arrive, and did. */
  readonly meters: Map<string, Meter>;
  /** What a collection of NFTs gets that is met for the first time. */
  defaultLimit: Limit | undefined;
  policy: PolicyChoice;
  /** The second before which the lanes to and from a chain stand still. */
  readonly pausedUntil: Map<ChainId, number>;
  readonly quarantinedUntil: Map<string, number>;
  readonly pauseBudgets: Map<Address, PauseBudget>;
  /** Those that stand: one that was cancelled or voided is gone. */
  readonly windDowns: Map<ChainId, WindDown>;
  /** Leaves that were paid or struck, by their list. */
  readonly takenLeaves: Map<string, true>;
}

export type Ending = "delivered" | "returned";

/** Who decides at this gateway. */
export interface Council {
  readonly current: ValidatorSet;
  /** Taken, and in force from `validFrom` on. */
  readonly next: { readonly set: ValidatorSet; readonly validFrom: number } | undefined;
  readonly nonce: number;
}

/** Units of one collection in one window. */
export interface Limit {
  readonly cap: bigint;
  readonly windowMinutes: number;
}

export interface Meter extends Limit {
  readonly windowStart: number;
  readonly used: bigint;
}

/** Policies by name; "none" admits everything. */
export interface PolicyChoice {
  readonly current: string;
  readonly next: { readonly policy: string; readonly validFrom: number } | undefined;
}

export interface PauseBudget {
  readonly spent: number;
  /** When the last pause that this validator asked for ends. */
  readonly end: number;
  readonly nonce: number;
}

/** The last holding of somebody on a chain that died. */
export interface Leaf {
  readonly chain: ChainId;
  readonly standard: "erc721" | "erc1155" | "erc20";
  readonly token: Address;
  readonly id: bigint;
  readonly amount: bigint;
  readonly holder: Address;
}

export interface WindDown {
  readonly sequence: number;
  /** What the root commits to. A real gateway sees one leaf and its proof at a time, and so does this model. */
  readonly leaves: readonly Leaf[];
  /** What stands for the list's root: the same leaves have the same. */
  readonly root: string;
  readonly claimableFrom: number;
}

/** An act's signatures, as a gateway is given them. */
export type Signatures = readonly Signature[];
