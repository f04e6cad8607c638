import { creatorCollectionAbi, fixedPriceMarketAbi, testYenAbi } from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  fixedPriceMarketBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import type { Address } from "@ryugu/sdk/primitives";
import type { ContractPlan } from "./deploy.ts";

/** In basis points: what the creators get of a resale. */
const ROYALTY = 500;

/** A collection whose owner mints. Its own page is set later, so that its address depends on no words. */
export function collectionPlan(
  use: string,
  { name, symbol, owner }: { name: string; symbol: string; owner: Address },
): ContractPlan {
  return {
    name: use,
    bytecode: creatorCollectionBytecode,
    abi: creatorCollectionAbi,
    args: [name, symbol, "", "", owner, owner, ROYALTY],
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
  bytecode: fixedPriceMarketBytecode,
  abi: fixedPriceMarketAbi,
  args: [],
});
