import type { Address, AssetStandard, ChainId } from "@ryugu/sdk/primitives";
import type { PauseView } from "../domain/quarantine.ts";
import type { Backing } from "../domain/reserves.ts";

/** A collection by its home. */
export type HomeCollection = Pick<Backing, "homeChain" | "homeToken" | "standard">;

/**
 * What the auditor asks one chain. Figures are read at a final block, from as many endpoints as must agree. A token is a
 * stranger's contract: where it does not answer as its standard says, or the state of that block is pruned, the answer is
 * undefined. Every call ends within a bounded time and throws a RyuguError when the chain or its gateway does not answer.
 */
export interface ReserveReader {
  readonly chain: ChainId;
  readonly gateway: Address;
  /** Puts the endpoint that answered last behind the others for a while. */
  distrust(): void;
  /** The vault that holds this chain's tokens while they are on a counterpart chain. */
  vaultOf(counterpart: ChainId): Promise<Address>;
  /** The representation's address on this chain, made or not. */
  representationOf(home: HomeCollection): Promise<Address>;
  /** Unix seconds from which holders of a dead chain may take their own; undefined where it is not wound down. */
  windDownOf(counterpart: ChainId, block: number): Promise<number | undefined>;
  /** Units of a holder: one answer for each id; of ERC-721 and ERC-20, one for the whole collection. */
  balances(
    token: Address,
    standard: AssetStandard,
    holder: Address,
    ids: readonly bigint[],
    block: number,
  ): Promise<bigint[] | undefined>;
  /** Who owns an ERC-721 token by its own word; undefined for nobody. */
  ownerOf(token: Address, id: bigint, block: number): Promise<Address | undefined>;
  /** How many units there are of an ERC-20, or of an ERC-1155 id. */
  supplyOf(token: Address, id: bigint | undefined, block: number): Promise<bigint | undefined>;
  /** Unix seconds until which a collection stands still. */
  quarantinedUntil(token: Address, block: number): Promise<number | undefined>;
  /** Unix seconds of a block. */
  timeOf(block: number): Promise<number | undefined>;
  /** How a collection, or the lanes to a chain, and a validator's pauses stand at the newest block. */
  pauseOf(
    what: { token: Address } | { lanesTo: ChainId },
    validator: Address,
  ): Promise<PauseView & { nonce: number }>;
}
