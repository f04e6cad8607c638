import { creatorCollectionAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import type { Address } from "@ryugu/sdk/primitives";
import type { ContractPlan } from "./deploy.ts";

/** In basis points: what the creators get of a resale. */
const ROYALTY = 500;

/** A collection of which the platform mints. */
export interface CollectionWords {
  readonly name: string;
  readonly symbol: string;
  readonly owner: Address;
  /** Who gets the royalties: the owner by default. */
  readonly creators?: Address;
}

/** A collection whose owner mints. Its own page is set later, so that its address depends on no words. */
export function collectionPlan(
  use: string,
  { name, symbol, owner, creators = owner }: CollectionWords,
): ContractPlan {
  return {
    name: use,
    bytecode: creatorCollectionBytecode,
    abi: creatorCollectionAbi,
    args: [name, symbol, "", "", owner, creators, ROYALTY],
  };
}
