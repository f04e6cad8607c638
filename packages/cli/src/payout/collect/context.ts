import type { Attestation } from "@ryugu/sdk/lane";
import { PayoutRefusedError, type PersistOptions, persist } from "@ryugu/sdk/payout";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";
import type { Chains } from "../../chain/chains.ts";
import type { Cli } from "../../cli.ts";
import type { ChainContract, Sources } from "../sources.ts";
import { type Collected, leftBy } from "./outcome.ts";

/** A currency that counts, on one chain. */
export interface CountedCurrency extends ChainContract {
  /** Where it was born: itself, or what it stands for. */
  readonly home: ChainContract;
}

/** Everything that collecting is given. */
export interface CollectContext {
  readonly zone: Zone;
  readonly chains: Chains;
  readonly payee: Address;
  /** Whoever pays the gas on a chain: the payee. */
  signerOn(chain: ChainId): Signer;
  readonly sources: Pick<Sources, "rails" | "splitFactories">;
  /** The currencies that count, with what stands for them elsewhere. */
  readonly currencies: readonly CountedCurrency[];
  /** Where claims go; the payee where left out. */
  readonly to?: Address;
  /** Signatures on royalty messages; the zone's nodes are asked where left out. */
  readonly attestations?: readonly Attestation[];
  readonly fetch: Cli["fetch"];
  readonly persist: PersistOptions;
}

/** Looks for something; where a chain does not answer, that is told, and undefined is found. */
export async function* searched<T>(
  context: Pick<CollectContext, "persist">,
  chain: ChainId,
  look: () => Promise<T>,
): AsyncGenerator<Collected, T | undefined, void> {
  context.persist.signal?.throwIfAborted();
  try {
    return await persist(context.persist, look);
  } catch (error) {
    yield { step: "search", chain, ...leftBy(error) };
    return undefined;
  }
}

/** An amount that a contract tells; none where nobody has made the contract yet. */
export async function amountOr0(question: Promise<bigint>): Promise<bigint> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof PayoutRefusedError) return 0n;
    throw error;
  }
}
