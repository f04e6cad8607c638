import {
  creatorCollectionAbi,
  erc20RailAbi,
  marketAbi,
  splitFactoryAbi,
  testYenAbi,
} from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  erc20RailBytecode,
  marketBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
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

/** Yen that a platform may make as many of as it likes, for trying. */
export const yenPlan = (owner: Address): ContractPlan => ({
  name: "yen",
  bytecode: testYenBytecode,
  abi: testYenAbi,
  args: [owner],
});

/** The market: nobody's, one for a chain. */
export const marketPlan = (): ContractPlan => ({
  name: "market",
  bytecode: marketBytecode,
  abi: marketAbi,
  args: [],
});

/** What makes splits: nobody's, one for a chain. */
export const splitFactoryPlan = (): ContractPlan => ({
  name: "splits",
  bytecode: splitFactoryBytecode,
  abi: splitFactoryAbi,
  args: [],
});

/** What carries payments in ERC-20 tokens, and looks into the splits of one factory: nobody's, one for a chain. */
export const railPlan = (splits: Address): ContractPlan => ({
  name: "rail",
  bytecode: erc20RailBytecode,
  abi: erc20RailAbi,
  args: [splits],
});
