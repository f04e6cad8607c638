import { dataLength, dataSlice, toBeHex } from "ethers";
import { type Address, address, type Hex, ZERO_ADDRESS } from "../../primitives/index.ts";
import { assertShares, type SplitShare } from "./share.ts";

/** How many bytes an entry has: a payee, then one bit for `nested` and 31 for the weight. */
const ENTRY = 24;
const FIXED = "00";
const OWNED = "01";
const NESTED = 0x8000_0000;

/**
 * A list as a split keeps it behind its code: its kind, the owner where it has one, then 24 bytes for each payee.
 *
 * @param owner - who may change the list; the zero address for nobody, ever
 * @throws InvalidSharesError
 */
export function packShares(owner: Address, shares: readonly SplitShare[]): Hex {
  assertShares(shares);
  const head = owner === ZERO_ADDRESS ? FIXED : OWNED + owner.slice(2);
  const entries = shares.map(({ payee, weight, nested }) => {
    const packed = BigInt(weight) + BigInt(nested ? NESTED : 0);
    return payee.slice(2) + toBeHex(packed, 4).slice(2);
  });
  return `0x${head}${entries.join("")}`.toLowerCase() as Hex;
}

/**
 * Reads bytes as a split does. Nothing is taken for granted: whoever knows the implementation can write any bytes there.
 *
 * @returns the owner that the list names, and as many payees as there are whole entries, whatever they say
 */
export function unpackShares(list: Hex): { owner: Address; shares: SplitShare[] } {
  const isOwned = dataLength(list) > 20 && list.slice(2, 4) === OWNED;
  const owner = isOwned ? address(dataSlice(list, 1, 21)) : ZERO_ADDRESS;
  const digits = list.slice(2 + 2 * (isOwned ? 21 : 1));
  const shares = Array.from({ length: Math.floor(digits.length / (2 * ENTRY)) }, (_, i) => {
    const entry = digits.slice(2 * ENTRY * i, 2 * ENTRY * (i + 1));
    const weight = Number.parseInt(entry.slice(40), 16);
    return {
      payee: address(`0x${entry.slice(0, 40)}`),
      weight: weight % NESTED,
      nested: weight >= NESTED,
    };
  });
  return { owner, shares };
}
