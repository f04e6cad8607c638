import {
  type Address,
  type ChainId,
  type Collection,
  type Standard,
  ZERO_ADDRESS,
} from "../words.ts";
import type { Book } from "./book.ts";
import { chainNumber } from "./encoding.ts";

/** Ids alone are ERC-721, an amount alone ERC-20. */
export function idsAndAmounts(
  standard: Standard,
  assets: readonly (readonly [id: bigint, amount: bigint])[],
) {
  const ids = assets.map(([id]) => id);
  const amounts = assets.map(([, amount]) => amount);
  if (standard === "erc721") return { ids, amounts: [] };
  return standard === "erc20" ? { ids: [], amounts } : { ids, amounts };
}

/** What a pause stops, as a gateway takes it: a chain, or a token, or neither for all lanes. */
export function stopped(
  book: Book,
  on: ChainId,
  subject: string | Collection,
): readonly [chain: number, token: Address] {
  if (subject === "all") return [0, ZERO_ADDRESS];
  if (typeof subject !== "string") return [0, book.tokenOn(on, subject)];
  const [homeChain, homeToken] = subject.split("/");
  if (homeToken === undefined) return [chainNumber(subject as ChainId), ZERO_ADDRESS];
  const collection = { homeChain: homeChain as ChainId, homeToken: homeToken as Address };
  return [0, book.tokenOn(on, collection)];
}
