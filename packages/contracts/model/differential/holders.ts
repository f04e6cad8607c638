import { AbiCoder, concat, keccak256 } from "ethers";
import type { Leaf } from "../state/chain.ts";
import type { Address, ChainId, Hash, Standard } from "../words.ts";
import type { Book } from "./book.ts";
import { chainNumber, STANDARDS } from "./encoding.ts";

/** The list of a dead chain's holders, as contracts know it: a Merkle tree's root. */

const HOLDING = ["uint64", "uint8", "address", "uint256", "uint256", "address"];

/** A holding as contracts take it. */
export const holdingOf = ({ people }: Book, leaf: Leaf) => [
  ...[chainNumber(leaf.chain), STANDARDS[leaf.standard], leaf.token],
  ...[leaf.id, leaf.amount, people.real(leaf.holder)],
];

export function leafHash(book: Book, leaf: Leaf): Hash {
  return keccak256(keccak256(AbiCoder.defaultAbiCoder().encode(HOLDING, holdingOf(book, leaf))));
}

/** A leaf by its name in the model. */
export function leafFrom(name: string): Leaf {
  const [chain, standard, token, id = "0", amount = "0", holder] = name.split(" ");
  return {
    ...{ chain: chain as ChainId, standard: standard as Standard, token: token as Address },
    ...{ id: BigInt(id), amount: BigInt(amount), holder: holder as Address },
  };
}

/** A list's root, and how to find each leaf under it. A list of nobody has a root that no leaf is under. */
export function treeOf(book: Book, leaves: readonly Leaf[]) {
  const hashes = [...new Set(leaves.map((leaf) => leafHash(book, leaf)))].sort();
  const levels: string[][] = [hashes.length > 0 ? hashes : [keccak256("0x")]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) above.push(join(level[at], level[at + 1]));
    levels.push(above);
    level = above;
  }
  const proof = (leaf: Leaf): string[] => {
    let at = hashes.indexOf(leafHash(book, leaf));
    if (at < 0) return [];
    const found: string[] = [];
    for (const level of levels.slice(0, -1)) {
      const beside = level[at ^ 1];
      if (beside !== undefined) found.push(beside);
      at >>= 1;
    }
    return found;
  };
  return { root: levels.at(-1)?.[0] ?? keccak256("0x"), proof };
}

/** A pair's parent does not tell which was first; one that is left over goes up as it is. */
function join(one = "", other?: string): string {
  if (other === undefined) return one;
  return keccak256(concat(one < other ? [one, other] : [other, one]));
}
